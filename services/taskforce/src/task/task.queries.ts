import { Injectable } from '@nestjs/common';
import { confine } from '@qifutong/persistence/confine';
import { Database } from '@qifutong/persistence/database';
import { page, pageOfSorted, pagesByKey, type Order, type Page, type PageArgs } from '@qifutong/persistence/keyset';
import { inOrder } from '@qifutong/platform/request-context';
import { isAnothers } from '@qifutong/platform/scope';
import { In, IsNull, type SelectQueryBuilder } from 'typeorm';
import { validate as isUuid } from 'uuid';
import type { TaskOrder } from '../generated/graphql.ts';
import { byDeadline, narrow, type TasksAsked } from './task-filter.queries.ts';
import { endedStatuses, openStatuses, type Task } from './domain/task.ts';
import { isWithin, type TaskScope } from './task.scope.ts';
import { TaskTable } from './task.table.ts';

const newestFirst: Order<Task> = { by: ['dispatchedAt', 'id'], direction: 'DESC' };

type PagesArgs = PageArgs & { readonly open: boolean | null; readonly scope: TaskScope };

/** To the tasks that the viewer's task force helps with, else the one that was named, else any. */
function confineToHelped(query: SelectQueryBuilder<Task>, scope: TaskScope, named: string | null): void {
  confine(query, { ...scope, taskForceCode: null });
  query.andWhere(`task.coHandlers <> '{}'`);
  if (isAnothers(scope.taskForceCode, named)) query.andWhere('false');
  const helper = scope.taskForceCode ?? named;
  if (helper !== null) query.andWhere('task.coHandlers @> array[:helper]::text[]', { helper });
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
    const where = { issueId: In(issueIds.filter((id) => isUuid(id))) };
    const tasks = await this.db.source.manager.find(TaskTable, { where, order: { round: 'ASC', dispatchedAt: 'ASC' } });
    const seen = tasks.filter((task) => isWithin(scope, task));
    const byIssue = Map.groupBy(seen, (task) => task.issueId);
    return issueIds.map((id) => byIssue.get(lowered(id)) ?? []);
  };

  /** The task of each common issue: the last, where it was handed on. */
  readonly ofCommonIssues = async (ids: readonly string[]): Promise<(Task | null)[]> => {
    const where = { commonIssueId: In(ids.filter((id) => isUuid(id))), issueId: IsNull() };
    const tasks = await this.db.source.manager.find(TaskTable, { where, order: { dispatchedAt: 'ASC', hops: 'ASC' } });
    return inOrder(ids.map(lowered), tasks, (task) => task.commonIssueId);
  };

  /** A page of each firm's tasks. */
  readonly pagesOfFirms = (codes: readonly string[], args: PagesArgs): Promise<Page<Task>[]> =>
    this.#pages('firmCreditCode', codes, args);

  /** A page of each task force's tasks. */
  readonly pagesOfTaskForces = (codes: readonly string[], args: PagesArgs): Promise<Page<Task>[]> =>
    this.#pages('taskForceCode', codes, args);

  /** The task that goes on with each. */
  readonly successors = async (ids: readonly string[]): Promise<(Task | null)[]> => {
    const tasks = await this.db.source.manager.findBy(TaskTable, { predecessorId: In(ids) });
    return inOrder(ids, tasks, (task) => task.predecessorId);
  };

  list(scope: TaskScope, filter: TasksAsked, order: TaskOrder, args: PageArgs): Promise<Page<Task>> {
    const query = this.db.source.createQueryBuilder(TaskTable, 'task');
    const { taskForce = null, coHandled } = filter;
    const by = order === 'NEWEST' ? newestFirst : byDeadline;
    if (coHandled) confineToHelped(query, scope, taskForce);
    else confine(query, scope);
    narrow(query, coHandled ? { ...filter, taskForce: null } : filter, order);
    // no index has the tasks that one helps with in their order
    const isSorted = coHandled && (scope.taskForceCode ?? taskForce) !== null;
    return isSorted ? pageOfSorted(TaskTable, query, by, args) : page(query, by, args);
  }

  /** Of how many tasks a warning, a breach or a notice is due that is not written yet. */
  async countDue(): Promise<number> {
    const now = await this.db.now();
    return this.db.source.createQueryBuilder(TaskTable, 'task').where('task.wakeAt <= :now', { now }).getCount();
  }

  #pages(key: 'firmCreditCode' | 'taskForceCode', codes: readonly string[], args: PagesArgs): Promise<Page<Task>[]> {
    const { open, scope } = args;
    const openOrNot = (query: SelectQueryBuilder<Task>) => {
      confine(query, scope);
      if (open !== null)
        query.andWhere('one.status in (:...statuses)', { statuses: open ? openStatuses : endedStatuses });
    };
    return pagesByKey(
      this.db.source.manager,
      { table: TaskTable, key, order: newestFirst, narrow: openOrNot },
      codes,
      args,
    );
  }
}
