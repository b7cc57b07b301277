import { Injectable } from '@nestjs/common';
import { Database } from '@qifutong/persistence/database';
import type { Page, PageArgs } from '@qifutong/persistence/keyset';
import type { SelectQueryBuilder } from 'typeorm';
import type { SupervisionFilter } from '../generated/graphql.ts';
import { Documents } from './documents.queries.ts';
import type { Supervision } from './domain/supervision.ts';
import type { NoticeScope } from './notice.scope.ts';
import { SupervisionTable } from './supervision.table.ts';

type PagesArgs = PageArgs & { readonly open: boolean | null; readonly scope: NoticeScope };

function narrowed({ taskForce, open }: SupervisionFilter) {
  return (query: SelectQueryBuilder<Supervision>) => {
    if (taskForce) query.andWhere('one.taskForceCode = :taskForce', { taskForce });
    if (typeof open === 'boolean') query.andWhere(`one.liftedAt is ${open ? '' : 'not '}null`);
  };
}

@Injectable()
export class SupervisionQueries {
  readonly #documents: Documents<Supervision>;

  constructor(db: Database) {
    this.#documents = new Documents(db, SupervisionTable, 'openedAt');
  }

  readonly byIds = (ids: readonly string[]): Promise<(Supervision | null)[]> => this.#documents.byIds(ids);

  readonly ofTasks = (taskIds: readonly string[], scope: NoticeScope): Promise<Supervision[][]> =>
    this.#documents.ofTasks(taskIds, scope);

  list(scope: NoticeScope, filter: SupervisionFilter, args: PageArgs): Promise<Page<Supervision>> {
    return this.#documents.list(scope, narrowed(filter), args);
  }

  readonly pagesOfTaskForces = (
    codes: readonly string[],
    { scope, open, ...args }: PagesArgs,
  ): Promise<Page<Supervision>[]> => this.#documents.pagesOfTaskForces(codes, scope, narrowed({ open }), args);
}
