import { confine } from '@qifutong/persistence/confine';
import type { Database } from '@qifutong/persistence/database';
import { page, pagesByKey, type Order, type Page, type PageArgs } from '@qifutong/persistence/keyset';
import { inOrder } from '@qifutong/platform/request-context';
import { Any, type EntitySchema, type FindOptionsWhere, type SelectQueryBuilder } from 'typeorm';
import { validate as isUuid } from 'uuid';
import type { NoticeScope } from './notice.scope.ts';

interface Document {
  readonly id: string;
  readonly taskId: string | null;
  readonly taskForceCode: string | null;
}

type Narrow<D extends Document> = (query: SelectQueryBuilder<D>) => void;

/** What is asked of one kind of document in the same way as of the other. */
export class Documents<D extends Document> {
  readonly #db: Database;
  readonly #table: EntitySchema<D>;
  readonly #order: Order<D>;

  constructor(db: Database, table: EntitySchema<D>, issued: keyof D & string) {
    this.#db = db;
    this.#table = table;
    this.#order = { by: [issued, 'id'], direction: 'DESC' };
  }

  async byIds(ids: readonly string[]): Promise<(D | null)[]> {
    const where = { id: Any(ids.filter((id) => isUuid(id))) } as FindOptionsWhere<D>;
    const found = await this.#db.source.manager.findBy(this.#table, where);
    return inOrder(
      ids.map((id) => id.toLowerCase()),
      found,
      ({ id }) => id,
    );
  }

  /** Those of each task, oldest first. */
  async ofTasks(taskIds: readonly string[], scope: NoticeScope): Promise<D[][]> {
    const query = this.#db.source
      .createQueryBuilder(this.#table, 'one')
      .where('one.taskId = any(:taskIds)', { taskIds });
    confine(query, scope);
    for (const name of this.#order.by) query.addOrderBy(`one.${name}`, 'ASC');
    const byTask = Map.groupBy(await query.getMany(), ({ taskId }) => taskId);
    return taskIds.map((id) => byTask.get(id) ?? []);
  }

  list(scope: NoticeScope, narrow: Narrow<D>, args: PageArgs): Promise<Page<D>> {
    const query = this.#db.source.createQueryBuilder(this.#table, 'one');
    confine(query, scope);
    narrow(query);
    return page(query, this.#order, args);
  }

  /** A page of each task force's. */
  pagesOfTaskForces(
    codes: readonly string[],
    scope: NoticeScope,
    narrow: Narrow<D>,
    args: PageArgs,
  ): Promise<Page<D>[]> {
    const narrowed = (query: SelectQueryBuilder<D>) => {
      confine(query, scope);
      narrow(query);
    };
    const grouped = { table: this.#table, key: 'taskForceCode', order: this.#order, narrow: narrowed } as const;
    return pagesByKey(this.#db.source.manager, grouped, codes, args);
  }
}
