import { Inject, Injectable } from '@nestjs/common';
import { countyDay } from '@qifutong/kernel/county-time';
import { create } from '@qifutong/persistence/change';
import { Database, type Tx } from '@qifutong/persistence/database';
import { insertAll } from '@qifutong/persistence/insert-all';
import { isUniqueViolation } from '@qifutong/persistence/unique-violation';
import { shaped } from '@qifutong/platform/answer';
import type { ServiceConfig } from '@qifutong/platform/config';
import { CONFIG } from '@qifutong/platform/tokens';
import type { Viewer } from '@qifutong/platform/viewer';
import { v7 as uuidv7 } from 'uuid';
import type { z } from 'zod';
import type { MakeInspectionPlanInput } from '../generated/graphql.ts';
import { InspectorQueries } from '../inspector/inspector.queries.ts';
import { assertOnList, assertPlannable, makePlan, type InspectionPlan } from './domain/inspection-plan.ts';
import { planDay } from './domain/plan-day.ts';
import type { PlanInputs } from './domain/plan.ts';
import { reject } from './domain/rejections.ts';
import { PlanInputQueries } from './plan-inputs.queries.ts';
import { planPolicyInForce } from './plan-policy.queries.ts';
import { makeShape } from './plan-shape.ts';
import { anySeed, drawOf } from './seeded-draw.ts';
import { insertVisits, PlanInputsTable, plans } from './plan.table.ts';

@Injectable()
export class PlanService {
  constructor(
    private readonly db: Database,
    private readonly queries: PlanInputQueries,
    private readonly inspectors: InspectorQueries,
    @Inject(CONFIG) private readonly config: ServiceConfig,
  ) {}

  /** Draws the plan of a day, keeping what it was drawn from; a day has one. */
  async make(viewer: Viewer, input: MakeInspectionPlanInput): Promise<InspectionPlan> {
    const asked = shaped(makeShape, input);
    const { day } = asked;
    assertPlannable(day, await this.today());
    assertOnList(await this.inspectors.registered(asked.absent), asked.absent);
    const made = { id: uuidv7(), day, seed: asked.seed ?? anySeed(), by: viewer.sub };
    try {
      return await this.db.transaction(async (tx) => {
        const inputs = await this.#inputs(tx, asked);
        const drawn = planDay(inputs, drawOf(made.seed));
        const now = await tx.now();
        const plan = await create(tx, plans, makePlan(made, drawn, now), now);
        await insertAll(tx, PlanInputsTable, [{ planId: plan.id, inputs }]);
        await insertVisits(tx, plan, drawn.visits, new Map());
        return plan;
      });
    } catch (cause) {
      if (isUniqueViolation(cause, 'inspection_plan_day_key')) throw reject('PLAN_EXISTS', { field: 'day', day });
      throw cause;
    }
  }

  /** The county's day. */
  async today(): Promise<string> {
    return this.#dayOf(await this.db.now());
  }

  #dayOf(now: Date): string {
    return countyDay(now, this.config.COUNTY_TIME_ZONE);
  }

  async #inputs({ manager }: Tx, { day, absent: subs, ...asked }: z.output<typeof makeShape>): Promise<PlanInputs> {
    const { share, visitsPerTeam, mostDays, mostFailures, failureDays } = await planPolicyInForce(manager);
    const policy = {
      ...{ mostDays, mostFailures, failureDays },
      share: asked.share ?? share,
      visitsPerTeam: asked.visitsPerTeam ?? visitsPerTeam,
    };
    const firms = await this.queries.firms(manager, day, failureDays);
    return { firms, inspectors: await this.queries.inspectors(manager, subs), policy };
  }
}
