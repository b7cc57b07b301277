import type { Announcement } from '@qifutong/contracts/define-event';
import type { Decision } from '@qifutong/kernel/decision';
import type { Rejection } from '@qifutong/kernel/rejection';
import type { EntitySchema, FindOptionsWhere, ObjectLiteral } from 'typeorm';
import { append } from './append.ts';
import { inTransaction, type Database, type Tx } from './database.ts';

/** The state of an aggregate: a plain readonly type with the version of its last event. */
export interface Versioned {
  readonly version: number;
}

/** Where an aggregate is stored, and what is said when it is not there. */
export interface Aggregate<S extends Versioned> {
  readonly table: EntitySchema<S>;
  readonly key: keyof S & string;
  readonly notFound: () => Rejection;
}

export type Announced<S> = Decision<S, Announcement>;

function changed<S extends object>(before: S, after: S): Partial<S> {
  const entries = Object.entries(after).filter(([name, value]) => value !== before[name as keyof S]);
  return Object.fromEntries(entries) as Partial<S>;
}

/**
 * The one write path: transaction, lock, decide, save, append the events.
 * @param decide the rule; told the state as locked and the time after the lock was had
 * @returns the new state
 * @throws what `decide` throws, or `aggregate.notFound()`; nothing is written then
 */
export function change<S extends Versioned & ObjectLiteral>(
  db: Database | Tx,
  aggregate: Aggregate<S>,
  id: string,
  decide: (state: S, now: Date) => Announced<S>,
): Promise<S> {
  return inTransaction(db, async (tx) => {
    const where = { [aggregate.key]: id } as FindOptionsWhere<S>;
    const before = await tx.manager.findOne(aggregate.table, { where, lock: { mode: 'for_no_key_update' } });
    if (!before) throw aggregate.notFound();
    return save(tx, aggregate, before, decide);
  });
}

/** Decides on a state whose row the transaction already holds locked, and saves what follows. */
export async function save<S extends Versioned & ObjectLiteral>(
  tx: Tx,
  aggregate: Aggregate<S>,
  before: S,
  decide: (state: S, now: Date) => Announced<S>,
): Promise<S> {
  tx.concerns ??= before[aggregate.key];
  const now = await tx.now();
  const { state, events } = decide(before, now);
  const version = await append(tx, events, before.version, now);
  const patch = changed(before, { ...state, version });
  if (Object.keys(patch).length > 0) {
    const where = { [aggregate.key]: before[aggregate.key] } as FindOptionsWhere<S>;
    await tx.manager.update(aggregate.table, where, patch);
  }
  return { ...state, version };
}

/**
 * Stores a new aggregate with its first events.
 * @throws the database's unique violation when there is one of that key already
 */
export function create<S extends Versioned & ObjectLiteral>(
  db: Database | Tx,
  aggregate: Aggregate<S>,
  decision: Announced<S>,
  at: Date,
): Promise<S> {
  return inTransaction(db, async (tx) => {
    const before = decision.state.version;
    const state = { ...decision.state, version: before + decision.events.length };
    tx.concerns ??= state[aggregate.key];
    // the row first: a key that is taken shows as the aggregate's, not as the event log's
    await tx.manager.insert(aggregate.table, state);
    await append(tx, decision.events, before, at);
    return state;
  });
}
