import { Injectable } from '@nestjs/common';
import { Database } from '@qifutong/persistence/database';
import type { MemberWorkCounts } from '../generated/graphql.ts';
import { isOpen } from '../task/task-filter.queries.ts';

/** Whose work: a member, and the task force. */
export interface Member {
  readonly sub: string;
  readonly taskForceCode: string;
}

const COUNTS = `select * from
  (select count(*) filter (where status = 'DISPATCHED')::int as waiting, count(*) filter (where near_limit and not overdue)::int as "nearLimit",
     count(*) filter (where overdue)::int as overdue from task where ${isOpen} and task_force_code = $1) as of_task_force,
  (select count(*)::int as mine from task where ${isOpen} and accepted_by = $2 and task_force_code = $1) as own,
  (select count(*)::int as urged, count(*) filter (where acknowledged_at is null)::int as unacknowledged
     from urging_notice where task_force_code = $1 and replied_at is null) as notices`;

@Injectable()
export class MemberWorkQueries {
  constructor(private readonly db: Database) {}

  async counts({ sub, taskForceCode }: Member): Promise<MemberWorkCounts> {
    const [counts] = await this.db.source.query<[MemberWorkCounts]>(COUNTS, [taskForceCode, sub]);
    return counts;
  }
}
