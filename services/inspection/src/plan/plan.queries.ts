import { Inject, Injectable } from '@nestjs/common';
import { Database } from '@qifutong/persistence/database';
import { page, type Order, type Page, type PageArgs } from '@qifutong/persistence/keyset';
import type { ServiceConfig } from '@qifutong/platform/config';
import { CONFIG } from '@qifutong/platform/tokens';
import type { InspectionPlan } from './domain/inspection-plan.ts';
import { formerAsJson, InspectionPlanTable, PlanInputsTable, PlanVisitTable, type VisitRow } from './plan.table.ts';
import type { Drawn } from './domain/redraw.ts';
import { sentAt } from './domain/sent.ts';

const inOrder: Order<VisitRow> = { by: ['position'], direction: 'ASC' };

/** The firm was inspected on the plan's day by somebody of a team in which an inspector was sent there until a change. */
const MADE_BEFORE = `exists (select from jsonb_array_elements(visit.former) f
  join inspection i on i.credit_code = visit.creditCode and f -> 'inspectors' ?| i.inspectors and i.voided_at is null
    and i.performed_at >= visit.day::timestamp at time zone :zone and i.performed_at < (visit.day + 1)::timestamp at time zone :zone
  where f -> 'inspectors' ? :sub and i.performed_at <= (f ->> 'until')::timestamptz)`;

/** Which visits of a plan. */
export interface VisitFilter {
  readonly team: number | null;
  readonly townCode: string | null;
  readonly planned: boolean | null;
}

interface Asked {
  readonly planId: string | null;
  readonly creditCode: string;
  readonly performedAt: Date;
}

interface SentRow {
  readonly place: number;
  readonly day: string;
  readonly inspectors: readonly string[];
  readonly former: unknown;
}

type Sent = { readonly day: string; readonly inspectors: readonly string[] } | null;

/** How a plan stands. */
export interface PlanProgress {
  readonly visits: number;
  readonly done: number;
  readonly notPlanned: number;
}

@Injectable()
export class PlanQueries {
  constructor(
    private readonly db: Database,
    @Inject(CONFIG) private readonly config: ServiceConfig,
  ) {}

  ofDay(day: string): Promise<InspectionPlan | null> {
    return this.db.source.manager.findOneBy(InspectionPlanTable, { day });
  }

  /** Whom each named plan sent to a firm at a time, in their order; null where it is not there. */
  async sentTo(asked: readonly Asked[]): Promise<Sent[]> {
    if (asked.every(({ planId }) => planId === null)) return asked.map(() => null);
    const rows: SentRow[] = await this.db.source.query(
      `select w.place::int, p.day::text, array(select jsonb_array_elements_text(p.teams -> v.team -> 'members')) as inspectors,
         coalesce(v.former, '[]') as former
       from unnest($1::uuid[], $2::text[]) with ordinality as w (plan_id, credit_code, place) join inspection_plan p on p.id = w.plan_id
         left join plan_visit v on v.plan_id = p.id and v.credit_code = w.credit_code`,
      [asked.map(({ planId }) => planId), asked.map(({ creditCode }) => creditCode)],
    );
    const sent = new Map(
      rows.map(({ place, ...one }) => [place - 1, { ...one, former: formerAsJson.from(one.former) }]),
    );
    return asked.map(({ performedAt }, at) => {
      const of = sent.get(at);
      return of ? { day: of.day, inspectors: sentAt(of, performedAt) } : null;
    });
  }

  visits(planId: string, { team, townCode, planned }: VisitFilter, args: PageArgs): Promise<Page<VisitRow>> {
    const query = this.db.source
      .createQueryBuilder(PlanVisitTable, 'visit')
      .where('visit.planId = :planId', { planId });
    if (team !== null) query.andWhere('visit.team = :team', { team });
    if (townCode !== null) query.andWhere('visit.townCode = :townCode', { townCode });
    if (planned !== null) query.andWhere(planned ? 'visit.team is not null' : 'visit.team is null');
    return page(query, inOrder, args);
  }

  /** The visits of an inspector's team on a day, and those that his former one made, in their order; none where there is no plan or no place in it. */
  async visitsOf(sub: string, day: string): Promise<VisitRow[]> {
    const plan = await this.ofDay(day);
    if (plan === null) return [];
    const team = plan.teams.findIndex(({ members }) => members.includes(sub));
    return this.db.source
      .createQueryBuilder(PlanVisitTable, 'visit')
      .where('visit.planId = :planId', { planId: plan.id })
      .andWhere(`(visit.team = :team or (visit.former <> '[]' and ${MADE_BEFORE}))`, {
        team,
        sub,
        zone: this.config.COUNTY_TIME_ZONE,
      })
      .orderBy('visit.position')
      .getMany();
  }

  /** The last inspection of each firm on a day, by whomever; null while there is none. */
  readonly inspectionIds = async (codes: readonly string[], day: string): Promise<(string | null)[]> => {
    const rows: { creditCode: string; id: string }[] = await this.db.source.query(
      `select distinct on (credit_code) credit_code as "creditCode", id from inspection
       where credit_code = any ($1) and voided_at is null
         and performed_at >= $2::date::timestamp at time zone $3 and performed_at < ($2::date + 1)::timestamp at time zone $3
       order by credit_code, performed_at desc, id desc`,
      [codes, day, this.config.COUNTY_TIME_ZONE],
    );
    const ids = new Map(rows.map(({ creditCode, id }) => [creditCode, id]));
    return codes.map((code) => ids.get(code) ?? null);
  };

  /** All that it takes to draw a plan again, and what was drawn. */
  async drawn({ id: planId, day, seed, teams, changes }: InspectionPlan): Promise<Drawn> {
    const { manager } = this.db.source;
    const { inputs } = await manager.findOneByOrFail(PlanInputsTable, { planId });
    const rows = await manager.find(PlanVisitTable, { where: { planId }, order: { position: 'ASC' } });
    const visits = rows.map(({ creditCode, townCode, reason, team, notPlannedBecause }) => {
      return { creditCode, townCode, reason, team, notPlannedBecause };
    });
    const told = changes.map(({ absent, done, interests, lit, seed: again }) => ({
      ...{ absent, done, interests, lit },
      seed: again,
    }));
    return { day, seed, changes: told, inputs, plan: { teams, visits } };
  }

  async progress(planId: string): Promise<PlanProgress> {
    const rows: PlanProgress[] = await this.db.source.query(
      `select count(*)::int as visits, count(*) filter (where team is null)::int as "notPlanned", count(*) filter (where exists (
         select from inspection i where i.credit_code = v.credit_code and voided_at is null
           and performed_at >= v.day::timestamp at time zone $2 and performed_at < (v.day + 1)::timestamp at time zone $2))::int as done
       from plan_visit v where plan_id = $1`,
      [planId, this.config.COUNTY_TIME_ZONE],
    );
    return rows[0]!;
  }
}
