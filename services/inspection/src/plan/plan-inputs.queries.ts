import { Inject, Injectable } from '@nestjs/common';
import type { ServiceConfig } from '@qifutong/platform/config';
import { CONFIG } from '@qifutong/platform/tokens';
import type { EntityManager } from 'typeorm';
import type { InspectionPlan } from './domain/inspection-plan.ts';
import type { Interests, OnDuty, Visitable } from './domain/plan.ts';

/** $1 the day, $2 the time zone, $3 how many days back a failure counts. */
const firmsWhere = (
  joined: string,
  condition: string,
) => `select e.credit_code as "creditCode", e.town_code as "townCode", l.colour,
    ($1::date - (last.performed_at at time zone $2)::date)::int as "daysSince", f.failures, coalesce(last.inspectors, '{}') as "lastBy"
  from enrolment e left join light l on l.credit_code = e.credit_code
    left join lateral (
      select performed_at, inspectors from inspection where credit_code = e.credit_code and voided_at is null
      order by performed_at desc, id desc limit 1) last on true
    cross join lateral (
      select count(*) filter (where not passed)::int as failures from inspection
      where credit_code = e.credit_code and voided_at is null and performed_at >= ($1::date - $3::int)::timestamp at time zone $2) f
    ${joined}
  where (e.enrolled_at at time zone $2)::date <= $1::date ${condition}`;

const FIRMS = firmsWhere('', '');

/** $4 the plan. */
const LIT = firmsWhere(
  'left join plan_visit v on v.plan_id = $4 and v.credit_code = e.credit_code',
  `and l.colour in ('RED', 'YELLOW') and v.reason is distinct from l.colour
   and not exists (select from inspection today where today.credit_code = e.credit_code and today.voided_at is null
     and today.performed_at >= $1::date::timestamp at time zone $2 and today.performed_at < ($1::date + 1)::timestamp at time zone $2)
  order by e.credit_code`,
);

const INSPECTORS = `select sub, town_code as "townCode",
    (select coalesce(array_agg(credit_code order by credit_code), '{}') from inspector_conflict c
       where c.sub = i.sub and c.withdrawn_at is null) as conflicts
  from inspector i where active and not sub = any ($1)`;

@Injectable()
export class PlanInputQueries {
  constructor(@Inject(CONFIG) private readonly config: ServiceConfig) {}

  /** Every enrolled firm as it stands before that day, with its failures of so many days. */
  firms(manager: EntityManager, day: string, failureDays: number): Promise<Visitable[]> {
    return manager.query(FIRMS, [day, this.config.COUNTY_TIME_ZONE, failureDays]);
  }

  /** The firms that are red or yellow by now, are not planned for that, and were not inspected on the plan's day. */
  async lit(manager: EntityManager, { id, day }: Pick<InspectionPlan, 'id' | 'day'>): Promise<Visitable[]> {
    const rows: { days: number }[] = await manager.query(
      `select (inputs #>> '{policy,failureDays}')::int as days from inspection_plan_inputs where plan_id = $1`,
      [id],
    );
    return manager.query(LIT, [day, this.config.COUNTY_TIME_ZONE, rows[0]!.days, id]);
  }

  inspectors(manager: EntityManager, absent: readonly string[]): Promise<OnDuty[]> {
    return manager.query(INSPECTORS, [absent]);
  }

  /** Of those who have any. */
  interests(manager: EntityManager, subs: readonly string[]): Promise<Interests[]> {
    return manager.query(
      `select sub, array_agg(credit_code order by credit_code) as conflicts from inspector_conflict
       where sub = any ($1) and withdrawn_at is null group by sub order by sub`,
      [subs],
    );
  }

  /** The firms of the plan that were inspected on its day, by whomever. */
  async done(manager: EntityManager, planId: string): Promise<string[]> {
    const rows: { creditCode: string }[] = await manager.query(
      `select credit_code as "creditCode" from plan_visit v where plan_id = $1 and exists (
         select from inspection i where i.credit_code = v.credit_code and voided_at is null
           and performed_at >= v.day::timestamp at time zone $2 and performed_at < (v.day + 1)::timestamp at time zone $2)
       order by position`,
      [planId, this.config.COUNTY_TIME_ZONE],
    );
    return rows.map(({ creditCode }) => creditCode);
  }
}
