import { Inject, Injectable } from '@nestjs/common';
import { closedStatuses } from '@qifutong/contracts/fields';
import { Database } from '@qifutong/persistence/database';
import type { ServiceConfig } from '@qifutong/platform/config';
import { CONFIG } from '@qifutong/platform/tokens';
import type { FigureDimension, KeyedCounts } from './domain/figures.ts';

/** What is asked for: county days, both included, and what it is confined to. */
export interface Asked {
  readonly from: string;
  readonly to: string;
  readonly by: FigureDimension;
  readonly townCode: string | null;
  readonly channel: string | null;
  readonly taskForce: string | null;
}

const CLOSED = closedStatuses.map((status) => `'${status}'`).join(', ');
const keyColumn = { TOWN: 'town_code', CHANNEL: 'channel', TASK_FORCE: 'task_force' } as const;

function keyOf(by: FigureDimension, day: string): string {
  return by === 'DAY' ? `(${day})::date::text` : `coalesce(${keyColumn[by]}, '')`;
}

/** $1 from, $2 to, $3 time zone, $4 to $6 the filter. */
const CONFINED = `($4::text is null or town_code = $4) and ($5::text is null or channel = $5) and ($6::text is null or task_force = $6)`;
const within = (column: string) =>
  `${column} >= $1::date::timestamp at time zone $3 and ${column} < ($2::date + 1)::timestamp at time zone $3`;

/**
 * When the issue of a clock that nobody has in hands was solved, and when it went where it needs no solution, in the round of that clock. What was taken back, by the
 * revert of a batch or as ineffective, is as if it had never been.
 */
const MOVED = `select min(moved_at) filter (where to_status in ('SOLVED', 'ANSWERED')) as solved_at,
    min(moved_at) filter (where to_status in ('MERGED', 'REJECTED')) as gone_at
  from (
    select id, moved_at, to_status,
      max(id) filter (where from_status in ('SOLVED', 'ANSWERED') and to_status in ('DISPATCHED', 'IN_PROGRESS')) over () as taken_back
    from (
      select *, count(*) filter (where to_status = 'REOPENED') over (order by id) as reopened
      from issue_move where clock.handed_over_at is not null and issue_id = clock.issue_id and moved_at >= clock.handed_over_at
    ) as move where reopened = 0
  ) as move where id > coalesce(taken_back, 0)`;

/** When the issue of median age was registered, that of the 90th percentile, and the oldest. */
interface AgesRow {
  readonly key: string;
  readonly open: number;
  readonly until: Date;
  readonly since: readonly Date[];
}

@Injectable()
export class FigureQueries {
  constructor(
    private readonly db: Database,
    @Inject(CONFIG) private readonly config: ServiceConfig,
  ) {}

  /**
   * By due date: a clock that has run out and was not met is a failure, also while its task is open. Asked of task forces, each
   * answers for its own clocks; else a round counts once, by the firm's own, through whatever hands it went. One that nobody has in
   * hands is judged by when its issue was solved: that tells more than a breach which was noticed before that was heard.
   */
  clocks(asked: Asked, now: Date): Promise<KeyedCounts[]> {
    const inTime = (kinds: string) =>
      `count(*) filter (where kind in (${kinds}) and (not missed or handed_over_at is not null) and met <= due_at)::int`;
    const due = (kinds: string) => `count(*) filter (where kind in (${kinds}))::int`;
    const ofTaskForces = asked.by === 'TASK_FORCE' || asked.taskForce !== null;
    const whose = ofTaskForces ? `kind <> 'FIRM'` : `(kind = 'ACCEPTANCE' or of_firm)`;
    return this.#ask(
      `with due as (
         select clock.*, coalesce(met_at, moved.solved_at) as met from task_clock as clock
           left join lateral (${MOVED}) as moved on true
         where ${within('due_at')} and due_at <= $7 and suspended_at is null and ${whose}
           and (coalesce(cancelled_at, gone_at) <= due_at and (coalesce(met_at, solved_at) <= due_at) is not true) is not true
           and ${CONFINED})
       select ${keyOf(asked.by, 'due_at at time zone $3')} as key, ${due(`'ACCEPTANCE'`)} as "acceptancesDue", ${inTime(`'ACCEPTANCE'`)} as "acceptedInTime",
         ${due(`'SOLUTION', 'FIRM'`)} as "solutionsDue", ${inTime(`'SOLUTION', 'FIRM'`)} as "solvedInTime"
       from due group by 1`,
      asked,
      [now],
    );
  }

  callbacks(asked: Asked): Promise<KeyedCounts[]> {
    return this.#ask(
      `select ${keyOf(asked.by, 'booked_at at time zone $3')} as key, count(*)::int as attempted,
         count(*) filter (where outcome <> 'NOT_REACHED')::int as reached, count(*) filter (where outcome = 'SETTLED')::int as settled,
         count(*) filter (where satisfaction in ('VERY_SATISFIED', 'SATISFIED', 'BASICALLY_SATISFIED'))::int as satisfied,
         count(*) filter (where satisfaction in ('VERY_SATISFIED', 'SATISFIED'))::int as "strictlySatisfied"
       from callback where ${within('booked_at')} and ${CONFINED} group by 1`,
      asked,
    );
  }

  /** Every report is a contact, also one that joined an issue that was there; and every call that became none, also one that is gone. */
  contacts(asked: Asked): Promise<KeyedCounts[]> {
    // a report's town and task force are those of its issue: looked up where they are asked for alone
    const placed = asked.by === 'TOWN' || asked.by === 'TASK_FORCE' || (asked.townCode ?? asked.taskForce) !== null;
    const reports = placed
      ? 'select booked_at, report.channel, issue.town_code, issue.task_force from report join issue on issue.id = issue_id'
      : 'select booked_at, channel, null as town_code, null as task_force from report';
    return this.#ask(
      `with contact as (
         ${reports} where ${within('booked_at')}
         union all select booked_at, channel, town_code, null from call where ${within('booked_at')}
         union all select day::timestamp at time zone $3, channel, town_code, null from call_tally, generate_series(1, calls)
           where day between $1::date and $2::date)
       select ${keyOf(asked.by, 'booked_at at time zone $3')} as key, count(*)::int as contacts from contact where ${CONFINED} group by 1`,
      asked,
    );
  }

  issues(asked: Asked): Promise<KeyedCounts[]> {
    return this.#ask(
      `select ${keyOf(asked.by, 'registered_at at time zone $3')} as key, count(*)::int as issues
       from issue where ${within('registered_at')} and ${CONFINED} group by 1`,
      asked,
    );
  }

  /** The age of what was open at the end of frozen days: of the last of them, or by day of each. */
  async frozenBacklog(asked: Asked): Promise<KeyedCounts[]> {
    const day =
      asked.by === 'DAY'
        ? 'carried.day between $1::date and $2::date'
        : 'carried.day = $2::date and $1::date is not null';
    return this.#backlog(
      `from daily_closure_carried as carried, lateral (select (day + 1)::timestamp at time zone $3 as until) as ended where ${day}`,
      asked,
    );
  }

  /** The age of what is open now, under the key of today where it is asked by day. */
  openBacklog(asked: Asked, now: Date): Promise<KeyedCounts[]> {
    return this.#backlog(
      `from issue, lateral (select $7::timestamptz as until, $2::date as day) as present
       where status not in (${CLOSED}) and $1::date is not null and $3::text is not null`,
      asked,
      [now],
    );
  }

  async #backlog(from: string, asked: Asked, more: readonly unknown[] = []): Promise<KeyedCounts[]> {
    const rows = await this.#ask<AgesRow>(
      `select ${keyOf(asked.by, 'day')} as key, count(*)::int as open, max(until) as until,
         percentile_disc(array[0.5, 0.9, 1]) within group (order by registered_at desc) as since
       ${from} and ${CONFINED} group by 1`,
      asked,
      more,
    );
    return rows.map(({ key, open, until, since }) => {
      const [medianHours, p90Hours, oldestHours] = since.map((at) => (until.getTime() - at.getTime()) / 3_600_000);
      return { key, backlog: { open, medianHours: medianHours!, p90Hours: p90Hours!, oldestHours: oldestHours! } };
    });
  }

  #ask<T = KeyedCounts>(sql: string, asked: Asked, more: readonly unknown[] = []): Promise<T[]> {
    const { from, to, townCode, channel, taskForce } = asked;
    const parameters = [from, to, this.config.COUNTY_TIME_ZONE, townCode, channel, taskForce, ...more];
    return this.db.source.query(sql, parameters);
  }
}
