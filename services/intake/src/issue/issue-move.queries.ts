import { Injectable } from '@nestjs/common';
import { Database } from '@qifutong/persistence/database';
import type { IssueStatus } from './domain/issue.ts';

interface TaskForceReference {
  readonly code: string;
}

/** One line of an issue's timeline, which the database itself keeps (trigger `book_issue_move`). */
export interface IssueMove {
  readonly issueId: string;
  readonly from: IssueStatus | null;
  readonly to: IssueStatus;
  readonly fromTaskForce: TaskForceReference | null;
  readonly toTaskForce: TaskForceReference | null;
  readonly at: Date;
  readonly bookedOn: string;
  readonly reason: string | null;
  readonly note: string | null;
}

const MOVES = `select issue_id as "issueId", from_status as "from", to_status as "to", moved_at as "at", booked_on::text as "bookedOn", reason, note,
    case when from_task_force is not null then jsonb_build_object('code', from_task_force) end as "fromTaskForce",
    case when to_task_force is not null then jsonb_build_object('code', to_task_force) end as "toTaskForce"
  from issue_move where issue_id = any($1) order by id`;

@Injectable()
export class IssueMoveQueries {
  constructor(private readonly db: Database) {}

  /** The timeline of each issue, oldest first. */
  readonly ofIssues = async (issueIds: readonly string[]): Promise<IssueMove[][]> => {
    const moves = await this.db.source.query<IssueMove[]>(MOVES, [issueIds]);
    const byIssue = Map.groupBy(moves, ({ issueId }) => issueId);
    return issueIds.map((id) => byIssue.get(id) ?? []);
  };
}
