import type { ObjectLiteral } from 'typeorm';
import { appendAll, numbered } from './append.ts';
import type { Aggregate, Announced, Versioned } from './change.ts';
import type { Tx } from './database.ts';
import { insertAll } from './insert-all.ts';
import { updateAll } from './update-all.ts';

/** What was decided on one of many: its state before, null for a new one, and what the rule answered. */
export interface Decided<S extends Versioned> {
  readonly before: S | null;
  readonly decision: Announced<S>;
}

const AT_ONCE = 1_000;

/**
 * Saves what was decided on many aggregates of one kind, each named once, whose rows the transaction holds locked: as many statements
 * for 1,000 as for one.
 * @returns the states with their new versions, in the same order
 * @throws the database's unique violation when one that was taken for new is there already
 */
export async function saveAll<S extends Versioned & ObjectLiteral>(
  tx: Tx,
  aggregate: Aggregate<S>,
  decided: readonly Decided<S>[],
  at: Date,
): Promise<S[]> {
  if (decided.length === 1) tx.concerns ??= decided[0]!.decision.state[aggregate.key];
  const saved: S[] = [];
  for (let from = 0; from < decided.length; from += AT_ONCE)
    saved.push(...(await savePart(tx, aggregate, decided.slice(from, from + AT_ONCE), at)));
  return saved;
}

async function savePart<S extends Versioned & ObjectLiteral>(
  tx: Tx,
  { table, key }: Aggregate<S>,
  decided: readonly Decided<S>[],
  at: Date,
): Promise<S[]> {
  const saved = decided.map(({ before, decision }) => {
    const from = before?.version ?? 0;
    return { before, state: { ...decision.state, version: from + decision.events.length }, decision, from };
  });
  const fresh = saved.filter(({ before }) => before === null).map(({ state }) => state);
  const changes = saved.map(({ before, state }) => ({
    state,
    changed: before === null ? [] : changedOf(before, state),
  }));
  const known = changes.filter(({ changed }) => changed.length > 0).map(({ state }) => state);
  await insertAll(tx, table, fresh);
  const properties = new Set(changes.flatMap(({ changed }) => changed));
  await updateAll(tx, table, { rows: known, key, properties });
  await appendAll(
    tx,
    saved.flatMap(({ decision, from }) => numbered(decision.events, from)),
    at,
  );
  return saved.map(({ state }) => state);
}

function changedOf<S extends object>(before: S, after: S): string[] {
  const changed = Object.entries(after).filter(([name, value]) => value !== before[name as keyof S]);
  return changed.map(([name]) => name);
}
