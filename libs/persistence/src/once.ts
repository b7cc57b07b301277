import type { CloudEvent } from '@qifutong/contracts/cloud-event';
import type { Tx } from './database.ts';

export type Turn = 'FIRST' | 'SEEN' | 'EARLY';

/**
 * Enters an event into a consumer's inbox, in the transaction of its effect.
 * @returns FIRST: do the effect now · SEEN: it was done · EARLY: an earlier event of that aggregate was not handled yet
 */
export async function enter(tx: Tx, consumer: string, event: CloudEvent): Promise<Turn> {
  const version = Number(event.sequence);
  const inserted: unknown[] = await tx.manager.query(
    `insert into inbox (consumer, event_id, aggregate_type, aggregate_id, version)
     select $1, $2, $3, $4, $5::int
     where $5::int = 1 or exists (
       select from inbox where consumer = $1 and aggregate_type = $3 and aggregate_id = $4 and version = $5::int - 1)
     on conflict do nothing returning 1`,
    [consumer, event.id, event.aggregatetype, event.subject, version],
  );
  if (inserted.length > 0) return 'FIRST';
  const seen: unknown[] = await tx.manager.query(
    `select from inbox where consumer = $1 and aggregate_type = $2 and aggregate_id = $3 and version = $4`,
    [consumer, event.aggregatetype, event.subject, version],
  );
  return seen.length > 0 ? 'SEEN' : 'EARLY';
}
