import { Inject, Injectable } from '@nestjs/common';
import type { Colour } from '@qifutong/contracts/fields';
import { isCreditCode } from '@qifutong/kernel/credit-code';
import { countyDay } from '@qifutong/kernel/county-time';
import type { ServiceConfig } from '@qifutong/platform/config';
import { CONFIG } from '@qifutong/platform/tokens';
import { EnrolmentQueries } from '../enrolment/enrolment.queries.ts';
import { InspectionQueries } from '../inspection/inspection.queries.ts';
import { LightQueries } from '../light/light.queries.ts';
import { RulebookQueries } from '../rulebook/rulebook.queries.ts';

/** 亮牌: what hangs at a firm's gate, but for its name. */
export interface SignBoard {
  readonly colour: Colour;
  readonly since: Date;
  /** the county day of the last inspection, whose results these are, in the rulebook's order */
  readonly inspectedOn: string;
  readonly results: readonly { readonly titleZh: string; readonly titleEn: string; readonly result: string }[];
}

@Injectable()
export class SignBoardQueries {
  constructor(
    private readonly enrolments: EnrolmentQueries,
    private readonly lights: LightQueries,
    private readonly inspections: InspectionQueries,
    private readonly rulebooks: RulebookQueries,
    @Inject(CONFIG) private readonly config: ServiceConfig,
  ) {}

  /** Null of a firm without a light, and of one that is not accepted: nobody is to take it for one that may work. */
  async of(creditCode: string): Promise<SignBoard | null> {
    if (!isCreditCode(creditCode)) return null;
    const [enrolment] = await this.enrolments.byCreditCodes([creditCode]);
    if (!enrolment || enrolment.provisionalFor !== null) return null;
    const [light] = await this.lights.byCreditCodes([creditCode], null);
    const last = await this.inspections.last(creditCode);
    if (!light?.colour || !light.since || !last) return null;
    const [rulebook] = await this.rulebooks.byVersions([last.rulebookVersion]);
    const given = new Map(last.results.map(({ rule, result }) => [rule, result]));
    const results = rulebook!.rules.map(({ code, titleZh, titleEn }) => ({
      titleZh,
      titleEn,
      result: given.get(code)!,
    }));
    const inspectedOn = countyDay(last.performedAt, this.config.COUNTY_TIME_ZONE);
    return { colour: light.colour, since: light.since, inspectedOn, results };
  }
}
