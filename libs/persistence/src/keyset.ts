import {
  QueryFailedError,
  type EntityManager,
  type EntitySchema,
  type ObjectLiteral,
  type SelectQueryBuilder,
} from 'typeorm';

/** One page of a list in a total order; cursors stay right while rows are added or removed before them. */
export interface Page<T> {
  readonly edges: readonly { readonly cursor: string; readonly node: T }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

export interface PageArgs {
  /** 1 to 100 */
  readonly first: number;
  readonly after: string | null;
}

/** Property and direction; all of one direction, the last one unique. */
export interface Order<T> {
  readonly by: readonly (keyof T & string)[];
  readonly direction: 'ASC' | 'DESC';
}

/** Thrown for a cursor that this list never gave. */
export class InvalidCursor extends Error {
  override readonly name = 'InvalidCursor';
}

function encode<T>(row: T, order: Order<T>): string {
  return Buffer.from(JSON.stringify(order.by.map((name) => row[name]))).toString('base64url');
}

/**
 * The values that a cursor holds, in the order's order; for lists that are not of one table.
 * @throws InvalidCursor
 */
export function cursorValues<T>(cursor: string, order: Order<T>): unknown[] {
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (
      Array.isArray(values) &&
      values.length === order.by.length &&
      values.every((one) => typeof one === 'string' || typeof one === 'number')
    ) {
      return values;
    }
  } catch {
    // not JSON: falls through to the same refusal
  }
  throw new InvalidCursor('after is not a cursor of this list');
}

/** A cursor of another list can have the form of this one's; Postgres then cannot read its values (SQLSTATE class 22). */
function orInvalidCursor<R>(found: Promise<R>, { after }: PageArgs): Promise<R> {
  return found.catch((cause: unknown) => {
    const unreadable =
      cause instanceof QueryFailedError && String((cause.driverError as { code?: string }).code).startsWith('22');
    throw after !== null && unreadable ? new InvalidCursor('after is not a cursor of this list') : cause;
  });
}

/** A page of rows that were asked for in that order, one more than wanted. */
export function pageOf<T>(rows: readonly T[], first: number, order: Order<T>): Page<T> {
  const edges = rows.slice(0, first).map((node) => ({ cursor: encode(node, order), node }));
  return { edges, pageInfo: { hasNextPage: rows.length > first, endCursor: edges.at(-1)?.cursor ?? null } };
}

/** As JSON carries it, so that a row compares with a cursor. */
function asTold(value: unknown): unknown {
  return value instanceof Date ? value.toISOString() : value;
}

function isBefore(row: readonly unknown[], values: readonly unknown[]): boolean {
  const differs = row.findIndex((one, i) => asTold(one) !== values[i]);
  return differs < 0 || String(asTold(row[differs])) < String(values[differs]);
}

/**
 * One page of rows that are in hand already, in their ascending order; texts and instants only.
 * @throws InvalidCursor
 */
export function pageOfRows<T>(rows: readonly T[], order: Order<T>, { first, after }: PageArgs): Page<T> {
  const values = after === null ? null : cursorValues(after, order);
  const left =
    values === null
      ? rows
      : rows.filter(
          (row) =>
            !isBefore(
              order.by.map((name) => row[name]),
              values,
            ),
        );
  return pageOf(left.slice(0, first + 1), first, order);
}

function ordered<T extends ObjectLiteral>(
  query: SelectQueryBuilder<T>,
  order: Order<T>,
  args: PageArgs,
): SelectQueryBuilder<T> {
  const columns = order.by.map((name) => `${query.alias}.${name}`);
  if (args.after !== null) {
    const values = cursorValues(args.after, order);
    const parameters = Object.fromEntries(values.map((value, i) => [`after_${i}`, value]));
    const compare = order.direction === 'ASC' ? '>' : '<';
    query.andWhere(
      `(${columns.join(', ')}) ${compare} (${values.map((_, i) => `:after_${i}`).join(', ')})`,
      parameters,
    );
  }
  for (const column of columns) query.addOrderBy(column, order.direction);
  return query.limit(args.first + 1);
}

/**
 * One page of a query, by keyset.
 * @throws InvalidCursor
 */
export async function page<T extends ObjectLiteral>(
  query: SelectQueryBuilder<T>,
  order: Order<T>,
  args: PageArgs,
): Promise<Page<T>> {
  return pageOf(await orInvalidCursor(ordered(query, order, args).getMany(), args), args.first, order);
}

/**
 * The same where many rows must be sorted for it: those of the page alone are read whole.
 * @throws InvalidCursor
 */
export async function pageOfSorted<T extends ObjectLiteral & { id: string }>(
  table: EntitySchema<T>,
  query: SelectQueryBuilder<T>,
  order: Order<T>,
  args: PageArgs,
): Promise<Page<T>> {
  const found = ordered(query.clone().select(`${query.alias}.id`, 'id'), order, args).getRawMany<{ id: string }>();
  const ids = await orInvalidCursor(found, args);
  const rows = ids.length === 0 ? [] : await rowsOf(query.dataSource.manager, { table, order }, ids);
  return pageOf(rows, args.first, order);
}

interface Grouped<T extends ObjectLiteral> {
  readonly table: EntitySchema<T>;
  /** the property that says to which key a row belongs */
  readonly key: keyof T & string;
  readonly order: Order<T>;
  readonly narrow?: (query: SelectQueryBuilder<T>) => void;
}

/**
 * The same page of many lists in two statements, whatever the number of keys: entities of a graph want this.
 * @returns a page per key, in their order
 * @throws InvalidCursor
 */
export async function pagesByKey<T extends ObjectLiteral & { id: string }>(
  manager: EntityManager,
  grouped: Grouped<T>,
  keys: readonly string[],
  args: PageArgs,
): Promise<Page<T>[]> {
  const { table, key, order, narrow } = grouped;
  const inner = manager.createQueryBuilder(table, 'one').select('one.id', 'id').where(`one.${key} = wanted.key`);
  narrow?.(inner);
  const keyType = String(manager.dataSource.getMetadata(table).findColumnWithPropertyName(key)?.type);
  const [sql, parameters]: [string, unknown[]] = ordered(inner, order, args).getQueryAndParameters();
  const wanted = manager.query<{ id: string }[]>(
    `select found.id from unnest($${parameters.length + 1}::${keyType}[]) as wanted (key) cross join lateral (${sql}) as found`,
    [...parameters, keys],
  );
  const ids = await orInvalidCursor(wanted, args);
  const rows = ids.length === 0 ? [] : await rowsOf(manager, grouped, ids);
  const groups = Map.groupBy(rows, (row) => row[key] as string);
  return keys.map((one) => pageOf(groups.get(one) ?? [], args.first, order));
}

function rowsOf<T extends ObjectLiteral & { id: string }>(
  manager: EntityManager,
  { table, order }: Pick<Grouped<T>, 'table' | 'order'>,
  ids: readonly { id: string }[],
): Promise<T[]> {
  const query = manager.createQueryBuilder(table, 'one').where('one.id = any(:ids)', { ids: ids.map((row) => row.id) });
  for (const name of order.by) query.addOrderBy(`one.${name}`, order.direction);
  return query.getMany();
}
