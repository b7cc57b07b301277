import { Injectable } from '@nestjs/common';
import { Database } from '@qifutong/persistence/database';
import type { MemberWorkCounts } from '../generated/graphql.ts';
import { isOpen } from '../task/task-filter.queries.ts';

/** Whose work: a member, and the task force; what presses its lead is all of it. */
export interface Member {
  readonly sub: string;
  readonly taskForceCode: string;
  readonly leads: boolean;
}

const theirs = `($3 or task.accepted_by is null or task.accepted_by = $2)`;
const COUNTS = `select * from
  (select count(*) filter (where status = 'DISPATCHED')::int as waiting, count(*) filter (where near_limit and not overdue and ${theirs})::int as "nearLimit",
     count(*) filter (where overdue and ${theirs})::int as overdue from task where ${isOpen} and task_force_code = $1) as of_task_force,
  (select count(*)::int as mine from task where ${isOpen} and accepted_by = $2 and task_force_code = $1) as own,
  (select count(*)::int as "coHandled" from task where ${isOpen} and co_handlers <> '{}' and co_handlers @> array[$1]::text[]) as helped,
  (select count(*)::int as urged, count(*) filter (where acknowledged_at is null)::int as unacknowledged
     from urging_notice where task_force_code = $1 and replied_at is null
       and ($3 or exists (select from task where task.id = urging_notice.task_id and ${theirs}))) as notices`;

@Injectable()
export class MemberWorkQueries {
  constructor(private readonly db: Database) {}

  async counts({ sub, taskForceCode, leads }: Member): Promise<MemberWorkCounts> {
    const [counts] = await this.db.source.query<[MemberWorkCounts]>(COUNTS, [taskForceCode, sub, leads]);
    return counts;
  }
}
