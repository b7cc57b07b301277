import { Injectable } from '@nestjs/common';
import { Database } from '@qifutong/persistence/database';
import type { Page, PageArgs } from '@qifutong/persistence/keyset';
import type { SelectQueryBuilder } from 'typeorm';
import type { UrgingNoticeFilter } from '../generated/graphql.ts';
import { Documents } from './documents.queries.ts';
import type { UrgingNotice } from './domain/urging-notice.ts';
import type { NoticeScope } from './notice.scope.ts';
import { UrgingNoticeTable } from './urging-notice.table.ts';

type PagesArgs = PageArgs & {
  readonly answered: boolean | null;
  readonly scope: NoticeScope;
  readonly notOfOthersThan?: string | null;
};

/** of a task that a member accepted, or nobody */
const NOT_OF_OTHERS = `exists (select from task where task.id = one.task_id and (task.accepted_by is null or task.accepted_by = :notOfOthersThan))`;

function narrowed({ taskForce, toCentre, answered }: UrgingNoticeFilter) {
  return (query: SelectQueryBuilder<UrgingNotice>) => {
    if (taskForce) query.andWhere('one.taskForceCode = :taskForce', { taskForce });
    if (typeof toCentre === 'boolean') query.andWhere(`one.taskForceCode is ${toCentre ? '' : 'not '}null`);
    if (typeof answered === 'boolean') query.andWhere(`one.repliedAt is ${answered ? 'not ' : ''}null`);
  };
}

@Injectable()
export class UrgingNoticeQueries {
  readonly #documents: Documents<UrgingNotice>;

  constructor(db: Database) {
    this.#documents = new Documents(db, UrgingNoticeTable, 'issuedAt');
  }

  readonly byIds = (ids: readonly string[]): Promise<(UrgingNotice | null)[]> => this.#documents.byIds(ids);

  readonly ofTasks = (taskIds: readonly string[], scope: NoticeScope): Promise<UrgingNotice[][]> =>
    this.#documents.ofTasks(taskIds, scope);

  list(scope: NoticeScope, filter: UrgingNoticeFilter, args: PageArgs): Promise<Page<UrgingNotice>> {
    return this.#documents.list(scope, narrowed(filter), args);
  }

  readonly pagesOfTaskForces = (
    codes: readonly string[],
    { scope, answered, notOfOthersThan = null, ...args }: PagesArgs,
  ): Promise<Page<UrgingNotice>[]> => {
    const narrow = (query: SelectQueryBuilder<UrgingNotice>) => {
      narrowed({ answered })(query);
      if (notOfOthersThan !== null) query.andWhere(NOT_OF_OTHERS, { notOfOthersThan });
    };
    return this.#documents.pagesOfTaskForces(codes, scope, narrow, args);
  };
}
