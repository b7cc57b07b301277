import type { Announcement } from '@qifutong/contracts/define-event';
import { append } from './append.ts';
import type { Tx } from './database.ts';

/**
 * Appends an event of an aggregate that keeps no version of its own, after the last that it announced, or as its first.
 * The transaction must keep others from announcing anything of that aggregate meanwhile.
 */
export async function appendNext(tx: Tx, announcement: Announcement, at: Date): Promise<void> {
  const { aggregateType, aggregateId } = announcement;
  const [{ version }] = await tx.manager.query<[{ version: number }]>(
    'select coalesce(max(version), 0)::int as version from event_log where aggregate_type = $1 and aggregate_id = $2',
    [aggregateType, aggregateId],
  );
  await append(tx, [announcement], version, at);
}
