import { Inject, Injectable } from '@nestjs/common';
import { Database } from '@qifutong/persistence/database';
import type { ServiceConfig } from '@qifutong/platform/config';
import { CONFIG } from '@qifutong/platform/tokens';
import type { Encounters } from './domain/leniency.ts';

/** County days, both included, and the only town that is asked for, or null. */
export interface Asked {
  readonly from: string;
  readonly to: string;
  readonly townCode: string | null;
}

export interface TownCounts {
  readonly townCode: string | null;
  readonly enrolled: number;
  readonly inspectedFirms: number;
  readonly inspections: number;
  readonly failed: number;
  readonly green: number;
  readonly yellow: number;
  readonly red: number;
  readonly changedToday: number;
}

export interface RuleCounts {
  readonly rule: string;
  readonly judged: number;
  readonly unmet: number;
}

/** $1 from, $2 to, $3 the time zone, $4 the town. */
const within = (column: string) =>
  `${column} >= $1::date::timestamp at time zone $3 and ${column} < ($2::date + 1)::timestamp at time zone $3`;
const PERFORMED = `select * from inspection where ${within('performed_at')} and voided_at is null and ($4::text is null or town_code = $4)`;

@Injectable()
export class FigureQueries {
  constructor(
    private readonly db: Database,
    @Inject(CONFIG) private readonly config: ServiceConfig,
  ) {}

  /**
   * By town; null: firms whose town is not known. Inspections are of the town that the firm was of then, firms, their coverage and lights of the one
   * that it is of now; who is not enrolled for good is none of them.
   */
  towns(asked: Asked, today: string): Promise<TownCounts[]> {
    return this.#ask(
      `with valid as (select credit_code, town_code, passed from inspection where ${within('performed_at')} and voided_at is null),
       visits as (
         select town_code, count(*)::int as inspections, count(*) filter (where not passed)::int as failed
         from valid where $4::text is null or town_code = $4 group by 1),
       firms as (
         select e.town_code, count(*) filter (where e.enrolled_at < ($2::date + 1)::timestamp at time zone $3)::int as enrolled,
           count(v.credit_code)::int as inspected,
           count(*) filter (where colour = 'GREEN')::int as green, count(*) filter (where colour = 'YELLOW')::int as yellow,
           count(*) filter (where colour = 'RED')::int as red,
           count(*) filter (where changed_at >= $5::date::timestamp at time zone $3)::int as changed
         from enrolment e left join light l on l.credit_code = e.credit_code
           left join (select distinct credit_code from valid) v on v.credit_code = e.credit_code
         where e.provisional_for is null and ($4::text is null or e.town_code = $4) group by 1)
       select coalesce(f.town_code, v.town_code) as "townCode", coalesce(enrolled, 0) as enrolled, coalesce(inspected, 0) as "inspectedFirms",
         coalesce(inspections, 0) as inspections, coalesce(failed, 0) as failed, coalesce(green, 0) as green, coalesce(yellow, 0) as yellow,
         coalesce(red, 0) as red, coalesce(changed, 0) as "changedToday"
       from firms f full join visits v on coalesce(f.town_code, '') = coalesce(v.town_code, '') order by 1`,
      asked,
      [today],
    );
  }

  /** How often each rule was judged, and found unmet. */
  rules(asked: Asked): Promise<RuleCounts[]> {
    return this.#ask(
      `select answer ->> 'rule' as rule, count(*)::int as judged, count(*) filter (where answer ->> 'result' = 'UNMET')::int as unmet
       from (${PERFORMED}) p, jsonb_array_elements(p.results) answer where answer ->> 'result' in ('MET', 'UNMET') group by 1 order by 1`,
      asked,
    );
  }

  /** Hours from the first yellow to green again, smallest first. */
  async yellowToGreen(asked: Asked): Promise<number[]> {
    const rows: { hours: number }[] = await this.#ask(
      `select extract(epoch from g.at - y.since)::float8 / 3600 as hours
       from light_entry g join lateral (
         select colour, since from light_entry b where b.credit_code = g.credit_code and (b.at, b.fact_id) < (g.at, g.fact_id)
         order by b.at desc, b.fact_id desc limit 1) y on y.colour = 'YELLOW'
       join inspection i on i.id = g.inspection_id
       where g.colour = 'GREEN' and ${within('g.at')} and ($4::text is null or i.town_code = $4) order by 1`,
      asked,
    );
    return rows.map(({ hours }) => hours);
  }

  async findings(asked: Asked): Promise<{ readonly found: number; readonly closed: number }> {
    const rows: { found: number; closed: number }[] = await this.#ask(
      `select count(*)::int as found, count(*) filter (where finding ->> 'metBy' is not null)::int as closed
       from rectification_order o, jsonb_array_elements(o.findings) finding
       where ${within('issued_at')} and status <> 'WITHDRAWN' and ($4::text is null or town_code = $4)`,
      asked,
    );
    return rows[0]!;
  }

  /** Each inspector at each firm of the period, beside the others there. */
  encounters(asked: Asked): Promise<Encounters[]> {
    return this.#ask(
      `with performed as (${PERFORMED}),
         firms as (select credit_code, count(*)::int as n, count(*) filter (where not passed)::int as failed from performed group by 1),
         own as (
           select inspector, credit_code, count(*)::int as n, count(*) filter (where not passed)::int as failed
           from performed, unnest(inspectors) inspector group by 1, 2)
       select inspector, own.n as inspections, own.failed, firms.n - own.n as "byOthers", firms.failed - own.failed as "failedByOthers"
       from own join firms using (credit_code)`,
      asked,
    );
  }

  #ask<T>(sql: string, { from, to, townCode }: Asked, more: readonly unknown[] = []): Promise<T[]> {
    return this.db.source.query(sql, [from, to, this.config.COUNTY_TIME_ZONE, townCode, ...more]);
  }
}
