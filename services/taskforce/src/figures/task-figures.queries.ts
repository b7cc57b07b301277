import { Inject, Injectable } from '@nestjs/common';
import { Database } from '@qifutong/persistence/database';
import type { ServiceConfig } from '@qifutong/platform/config';
import { CONFIG } from '@qifutong/platform/tokens';
import type { TaskFigureDimension } from '../generated/graphql.ts';
import type { KeyedTaskCounts } from './domain/task-figures.ts';

/** What is asked for: county days, both included, and what it is confined to. */
export interface AskedFigures {
  readonly from: string;
  readonly to: string;
  readonly by: TaskFigureDimension;
  readonly taskForce: string | null;
  readonly town: string | null;
  readonly domain: string | null;
  readonly urgency: string | null;
}

/** what was returned was accepted by nobody: it is theirs who returned it */
const BY_MEMBER = `coalesce(task.accepted_by, case when task.status = 'RETURNED' then task.handed_on_by end)`;
const keyColumn = { TOWN: 'task.town_code', MEMBER: BY_MEMBER, TASK_FORCE: 'task.task_force_code' } as const;

function keyOf(by: TaskFigureDimension, instant: string): string {
  return by === 'DAY' ? `(${instant} at time zone $3)::date::text` : `coalesce(${keyColumn[by]}, '')`;
}

/** $1 from, $2 to, $3 time zone, $4 to $7 the filter. */
const within = (instant: string) =>
  `${instant} >= $1::date::timestamp at time zone $3 and ${instant} < ($2::date + 1)::timestamp at time zone $3`;
const CONFINED = `($4::text is null or task.task_force_code = $4) and ($5::text is null or task.town_code = $5)
  and ($6::text is null or task.domain = $6) and ($7::text is null or task.urgency = $7)`;
const count = (condition: string, name: string) => `count(*) filter (where ${condition})::int as "${name}"`;
/** by due date, whatever became of it since: what was met counts, and what ended unmet before it does not; $8 now: at the very instant it can still be met */
const fellDue = (due: string, met: string) =>
  `${within(due)} and ${due} < $8 and (least(task.cancelled_at, task.handed_on_at) <= ${due} and (${met} <= ${due}) is not true) is not true`;

@Injectable()
export class TaskFiguresQueries {
  constructor(
    private readonly db: Database,
    @Inject(CONFIG) private readonly config: ServiceConfig,
  ) {}

  /** What a guidance settled before anybody accepted it was not waited for any more. */
  acceptances(asked: AskedFigures, now: Date): Promise<KeyedTaskCounts[]> {
    const due = 'task.accept_due_at';
    return this.#ask(
      `select ${keyOf(asked.by, due)} as key, count(*)::int as "acceptancesDue", ${count(`not accept_missed and accepted_at <= ${due}`, 'acceptedInTime')}
       from task where ${fellDue(due, 'task.accepted_at')} and (accepted_at is null and proposed_at <= ${due}) is not true and ${CONFINED} group by 1`,
      asked,
      now,
    );
  }

  /** A solution that is late cures what was missed, and does not make it in time. */
  solutions(asked: AskedFigures, now: Date): Promise<KeyedTaskCounts[]> {
    const due = 'task.solve_due_at';
    const inTime = `not solve_missed and proposed_at <= ${due}`;
    return this.#ask(
      `select ${keyOf(asked.by, due)} as key, count(*)::int as "solutionsDue", ${count(inTime, 'solvedInTime')},
         ${count(`(${inTime}) is not true`, 'missed')}, ${count(`(${inTime}) is not true and proposed_at is not null`, 'cured')}
       from task where ${fellDue(due, 'task.proposed_at')} and ${CONFINED} group by 1`,
      asked,
      now,
    );
  }

  dispatched(asked: AskedFigures): Promise<KeyedTaskCounts[]> {
    const stays = `status not in ('RETURNED', 'TRANSFERRED')`;
    return this.#ask(
      `select ${keyOf(asked.by, 'task.dispatched_at')} as key, count(*)::int as dispatched, ${count(`status = 'RETURNED'`, 'returned')},
         ${count(stays, 'settledHere')}, coalesce(sum(hops) filter (where ${stays}), 0)::int as hops
       from task where ${within('task.dispatched_at')} and ${CONFINED} group by 1`,
      asked,
    );
  }

  notices(asked: AskedFigures): Promise<KeyedTaskCounts[]> {
    return this.#ask(
      `select ${keyOf(asked.by, 'urging_notice.issued_at')} as key, count(*)::int as notices
       from urging_notice join task on task.id = urging_notice.task_id
       where urging_notice.task_force_code is not null and ${within('urging_notice.issued_at')} and ${CONFINED} group by 1`,
      asked,
    );
  }

  #ask(sql: string, asked: AskedFigures, now?: Date): Promise<KeyedTaskCounts[]> {
    const { from, to, taskForce, town, domain, urgency } = asked;
    const parameters = [from, to, this.config.COUNTY_TIME_ZONE, taskForce, town, domain, urgency];
    return this.db.source.query(sql, now ? [...parameters, now] : parameters);
  }
}
