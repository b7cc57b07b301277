import { Rejection } from '@qifutong/kernel/rejection';
import type { EntityMetadata, FindOptionsWhere, ObjectLiteral } from 'typeorm';
import { Any } from 'typeorm';
import { appendAll } from './append.ts';
import { changed, type Aggregate, type Announced, type Versioned } from './change.ts';
import type { Tx } from './database.ts';

/** What became of each: its new state, or the "no" that it was given. */
export type Outcomes<S> = ReadonlyMap<string, S | Rejection>;

interface Decided<S> {
  readonly before: S;
  readonly after: S;
  readonly events: Announced<S>['events'];
  readonly patch: Partial<S>;
}

function decideOn<S extends Versioned & ObjectLiteral>(
  before: S,
  decide: (state: S, now: Date) => Announced<S>,
  now: Date,
): Decided<S> | Rejection {
  try {
    const { state, events } = decide(before, now);
    const after = { ...state, version: before.version + events.length };
    return { before, after, events, patch: changed(before, after) };
  } catch (cause) {
    if (cause instanceof Rejection) return cause;
    throw cause;
  }
}

function columnOf(metadata: EntityMetadata, property: string): string {
  return `"${metadata.findColumnWithPropertyName(property)!.databaseName}"`;
}

/** One UPDATE of all that changed, whatever the number of rows and columns. */
async function saveAll<S extends Versioned & ObjectLiteral>(
  tx: Tx,
  { table, key }: Aggregate<S>,
  decided: readonly Decided<S>[],
): Promise<void> {
  const properties = [...new Set(decided.flatMap(({ patch }) => Object.keys(patch)))];
  if (properties.length === 0) return;
  const metadata = tx.manager.dataSource.getMetadata(table);
  const name = metadata.tablePath.replace(/\w+/g, '"$&"');
  const columns = properties.map((property) => columnOf(metadata, property));
  const named = [key, ...properties].map((property) => [property, columnOf(metadata, property).slice(1, -1)] as const);
  const rows = decided.map(({ after }) =>
    Object.fromEntries(named.map(([property, column]) => [column, after[property]])),
  );
  const assignments = columns.map((column) => `${column} = told.${column}`).join(', ');
  const id = columnOf(metadata, key);
  await tx.manager.query(
    `update ${name} as kept set ${assignments} from jsonb_populate_recordset(null::${name}, $1) as told where kept.${id} = told.${id}`,
    [JSON.stringify(rows)],
  );
}

/**
 * The write path for many aggregates of one kind at once: locks their rows in the order of their ids (so that two of these
 * never wait for each other), decides one by one, saves all states in one statement and appends all events in one.
 * @param ids as many as one transaction should hold locked; in small letters where they are UUIDs
 * @param decide the rule; a Rejection that it throws is that one's outcome and keeps none of the others
 * @returns an outcome per id; `aggregate.notFound()` where there is none
 * @throws anything but a Rejection that `decide` throws; the caller's transaction is lost then
 */
export async function changeMany<S extends Versioned & ObjectLiteral>(
  tx: Tx,
  aggregate: Aggregate<S>,
  ids: readonly string[],
  decide: (state: S, now: Date) => Announced<S>,
): Promise<Outcomes<S>> {
  const { table, key } = aggregate;
  const locked = await tx.manager.find(table, {
    where: { [key]: Any(ids) } as FindOptionsWhere<S>,
    order: { [key]: 'ASC' } as never,
    lock: { mode: 'pessimistic_write' },
  });
  const now = await tx.now();
  const outcomes = new Map<string, S | Rejection>(ids.map((id) => [id, aggregate.notFound()]));
  const decided: Decided<S>[] = [];
  for (const before of locked) {
    const outcome = decideOn(before, decide, now);
    outcomes.set(before[key] as string, outcome instanceof Rejection ? outcome : outcome.after);
    if (!(outcome instanceof Rejection)) decided.push(outcome);
  }
  const told = decided.map(({ events, before }) => ({ events, version: before.version }));
  await appendAll(tx, told, now);
  await saveAll(
    tx,
    aggregate,
    decided.filter(({ patch }) => Object.keys(patch).length > 0),
  );
  return outcomes;
}
