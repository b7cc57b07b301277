import { Injectable } from '@nestjs/common';
import { Database } from '@qifutong/persistence/database';
import { page, pagesByKey, type Order, type Page, type PageArgs } from '@qifutong/persistence/keyset';
import { inOrder } from '@qifutong/platform/request-context';
import { In, IsNull, type SelectQueryBuilder } from 'typeorm';
import { validate as isUuid } from 'uuid';
import type { TaskFilter, TaskOrder } from '../generated/graphql.ts';
import { byDeadline, isOpen, narrow } from './task-filter.queries.ts';
import { openStatuses, type Task } from './domain/task.ts';
import type { UrgingNotice } from './domain/urge.ts';
import { confines, type TaskScope } from './task.scope.ts';
import { TaskTable } from './task.table.ts';
import { UrgingNoticeTable } from './urging-notice.table.ts';

const newestFirst: Order<Task> = { by: ['dispatchedAt', 'id'], direction: 'DESC' };

type PagesArgs = PageArgs & { readonly open: boolean | null; readonly scope: TaskScope };

function confine(query: SelectQueryBuilder<Task>, scope: TaskScope): void {
  for (const [column, value] of confines(scope))
    query.andWhere(`${query.alias}.${column} = :own_${column}`, { [`own_${column}`]: value });
}

/** Postgres writes a UUID in small letters, however it was asked for. */
const lowered = (id: string) => id.toLowerCase();

@Injectable()
export class TaskQueries {
  constructor(private readonly db: Database) {}

  readonly byIds = async (ids: readonly string[]): Promise<(Task | null)[]> => {
    const tasks = await this.db.source.manager.findBy(TaskTable, { id: In(ids.filter((id) => isUuid(id))) });
    return inOrder(ids.map(lowered), tasks, (task) => task.id);
  };

  /** The tasks of each issue, by round, and of a round as they were dispatched. */
  readonly ofIssues = async (issueIds: readonly string[], scope: TaskScope): Promise<Task[][]> => {
    const known = { issueId: In(issueIds.filter((id) => isUuid(id))) };
    const where = { ...known, ...Object.fromEntries(confines(scope)) };
    const tasks = await this.db.source.manager.find(TaskTable, { where, order: { round: 'ASC', dispatchedAt: 'ASC' } });
    const byIssue = Map.groupBy(tasks, (task) => task.issueId);
    return issueIds.map((id) => byIssue.get(lowered(id)) ?? []);
  };

  /** The task of each common issue. */
  readonly ofCommonIssues = async (ids: readonly string[]): Promise<(Task | null)[]> => {
    const where = { commonIssueId: In(ids.filter((id) => isUuid(id))), issueId: IsNull() };
    const tasks = await this.db.source.manager.findBy(TaskTable, where);
    return inOrder(ids.map(lowered), tasks, (task) => task.commonIssueId);
  };

  /** A page of each firm's tasks. */
  readonly pagesOfFirms = (codes: readonly string[], args: PagesArgs): Promise<Page<Task>[]> =>
    this.#pages('firmCreditCode', codes, args);

  /** A page of each task force's tasks. */
  readonly pagesOfTaskForces = (codes: readonly string[], args: PagesArgs): Promise<Page<Task>[]> =>
    this.#pages('taskForceCode', codes, args);

  list(scope: TaskScope, filter: TaskFilter, order: TaskOrder, args: PageArgs): Promise<Page<Task>> {
    const query = this.db.source.createQueryBuilder(TaskTable, 'task');
    confine(query, scope);
    narrow(query, filter);
    if (order === 'NEWEST') return page(query, newestFirst, args);
    return page(query.andWhere(isOpen), byDeadline, args);
  }

  /** The urging notices of each task, oldest first. */
  readonly urgingNotices = async (taskIds: readonly string[]): Promise<UrgingNotice[][]> => {
    const where = { taskId: In(taskIds) };
    const notices = await this.db.source.manager.find(UrgingNoticeTable, {
      where,
      order: { issuedAt: 'ASC', dueAt: 'ASC', id: 'ASC' },
    });
    const byTask = Map.groupBy(notices, (notice) => notice.taskId);
    return taskIds.map((id) => byTask.get(id) ?? []);
  };

  /** How many tasks have a clock that has run out and is not noticed yet. */
  async countDue(): Promise<number> {
    const now = await this.db.now();
    return this.db.source.createQueryBuilder(TaskTable, 'task').where('task.wakeAt < :now', { now }).getCount();
  }

  #pages(key: 'firmCreditCode' | 'taskForceCode', codes: readonly string[], args: PagesArgs): Promise<Page<Task>[]> {
    const { open, scope } = args;
    const openOrNot = (query: SelectQueryBuilder<Task>) => {
      confine(query, scope);
      if (open !== null) query.andWhere(`one.status ${open ? 'in' : 'not in'} (:...open)`, { open: openStatuses });
    };
    return pagesByKey(
      this.db.source.manager,
      { table: TaskTable, key, order: newestFirst, narrow: openOrNot },
      codes,
      args,
    );
  }
}
