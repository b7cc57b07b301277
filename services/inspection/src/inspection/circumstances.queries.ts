import { Inject, Injectable } from '@nestjs/common';
import type { ServiceConfig } from '@qifutong/platform/config';
import { CONFIG } from '@qifutong/platform/tokens';
import { EnrolmentQueries } from '../enrolment/enrolment.queries.ts';
import { InspectorQueries } from '../inspector/inspector.queries.ts';
import { PlanQueries } from '../plan/plan.queries.ts';
import { RulebookQueries } from '../rulebook/rulebook.queries.ts';
import type { Circumstances } from './domain/circumstances.ts';
import type { Delivery } from './domain/delivery.ts';

@Injectable()
export class CircumstancesQueries {
  constructor(
    private readonly enrolments: EnrolmentQueries,
    private readonly rulebooks: RulebookQueries,
    private readonly plans: PlanQueries,
    private readonly inspectors: InspectorQueries,
    @Inject(CONFIG) private readonly config: ServiceConfig,
  ) {}

  /** What each delivery meets, whoever brings it, in their order and in as many statements for 500 as for one. */
  async ofEach(deliveries: readonly Delivery[]): Promise<Omit<Circumstances, 'inspectorTown' | 'photos'>[]> {
    const enrolments = await this.enrolments.ofEach(deliveries);
    const rulebooks = await this.rulebooks.inForceAtEach(deliveries.map(({ performedAt }) => performedAt));
    const plans = await this.plans.sentTo(deliveries);
    const colleagues = await this.inspectors.registered(deliveries.flatMap(({ inspectors: [, ...others] }) => others));
    return deliveries.map((_, at) => ({
      enrolment: enrolments[at] ?? null,
      rulebook: rulebooks[at] ?? null,
      plan: plans[at] ?? null,
      colleagues,
      timeZone: this.config.COUNTY_TIME_ZONE,
    }));
  }
}
