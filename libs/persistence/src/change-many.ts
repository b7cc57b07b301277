import { orRejection, Rejection } from '@qifutong/kernel/rejection';
import { Any, type FindOptionsWhere, type ObjectLiteral } from 'typeorm';
import { saveAll, type Decided } from './change-all.ts';
import type { Aggregate, Announced, Versioned } from './change.ts';
import type { Tx } from './database.ts';

/** What became of each: its new state, or the "no" that it was given. */
export type Outcomes<S> = ReadonlyMap<string, S | Rejection>;

const MOST_AT_ONCE = 1_000;

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
    lock: { mode: 'for_no_key_update' },
  });
  const now = await tx.now();
  const outcomes = new Map<string, S | Rejection>(ids.map((id) => [id, aggregate.notFound()]));
  const decided: Decided<S>[] = [];
  for (const before of locked) {
    const decision = orRejection(() => decide(before, now));
    if (decision instanceof Rejection) outcomes.set(before[key], decision);
    else decided.push({ before, decision });
  }
  for (let from = 0; from < decided.length; from += MOST_AT_ONCE) {
    const saved = await saveAll(tx, aggregate, decided.slice(from, from + MOST_AT_ONCE), now);
    for (const state of saved) outcomes.set(state[key], state);
  }
  return outcomes;
}
