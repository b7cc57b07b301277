import { Injectable } from '@nestjs/common';
import { Database } from '@qifutong/persistence/database';
import { pagesByKey, type Page, type PageArgs } from '@qifutong/persistence/keyset';
import { isAnothers } from '@qifutong/platform/scope';
import type { SelectQueryBuilder } from 'typeorm';
import type { Task } from './domain/task.ts';
import { byDeadline, isOpen, isUrged } from './task-filter.queries.ts';
import type { TaskScope } from './task.scope.ts';
import { TaskTable } from './task.table.ts';

/** One task force's open tasks, counted. */
export interface BoardCounts {
  readonly taskForceCode: string;
  readonly townCode: string | null;
  readonly open: number;
  readonly waiting: number;
  readonly inWork: number;
  readonly suspended: number;
  readonly solved: number;
  readonly overdue: number;
  readonly nearLimit: number;
  readonly urged: number;
}

interface Asked {
  readonly taskForce: string | null;
  readonly town: string | null;
}

const of = (condition: string) => `(count(*) filter (where ${condition}))::int`;
const COUNTS = `select task.task_force_code as code, count(*)::int as open, ${of(`task.status = 'DISPATCHED'`)} as waiting,
    ${of(`task.status = 'ACCEPTED'`)} as "inWork", ${of(`task.status = 'SUSPENDED'`)} as suspended, ${of(`task.status = 'SOLUTION_PROPOSED'`)} as solved,
    ${of('task.overdue')} as overdue, ${of('task.near_limit')} as "nearLimit", ${of(isUrged)} as urged
  from task where ${isOpen} and ($1::text is null or task.task_force_code = $1) and ($2::text is null or task.town_code = $2)
  group by task.task_force_code`;

@Injectable()
export class TaskBoardQueries {
  constructor(private readonly db: Database) {}

  /** Of each task force that is not dissolved, or still has something to do; none of another's than what the viewer sees. */
  async boards(scope: TaskScope, asked: Asked): Promise<BoardCounts[]> {
    if (isAnothers(scope.taskForceCode, asked.taskForce) || isAnothers(scope.townCode, asked.town)) return [];
    const taskForce = scope.taskForceCode ?? asked.taskForce;
    const townCode = scope.townCode ?? asked.town;
    const rows = await this.db.source.query<Omit<BoardCounts, 'townCode'>[]>(
      `select task_force.code as "taskForceCode", coalesce(open, 0) as open, coalesce(waiting, 0) as waiting, coalesce("inWork", 0) as "inWork",
         coalesce(suspended, 0) as suspended, coalesce(solved, 0) as solved, coalesce(overdue, 0) as overdue,
         coalesce("nearLimit", 0) as "nearLimit", coalesce(urged, 0) as urged
       from task_force left join (${COUNTS}) as counted using (code)
       where ($1::text is null or code = $1) and (dissolved_at is null or open > 0) order by code`,
      [taskForce, townCode],
    );
    return rows.map((row) => ({ ...row, townCode }));
  }

  /** A page of each task force's open tasks, by deadline. */
  readonly pages = (codes: readonly string[], args: PageArgs & { townCode: string | null }): Promise<Page<Task>[]> => {
    const { townCode } = args;
    const narrow = (query: SelectQueryBuilder<Task>) => {
      query.andWhere(isOpen.replaceAll('task.', 'one.'));
      if (townCode !== null) query.andWhere('one.townCode = :townCode', { townCode });
    };
    const grouped = { table: TaskTable, key: 'taskForceCode', order: byDeadline, narrow } as const;
    return pagesByKey(this.db.source.manager, grouped, codes, args);
  };
}
