import type { DataSource } from 'typeorm';
import { BEGINNING, ENTRY, linkTo } from '../src/chain.ts';

/** Links all rows of the event log as the relay does, which is of another library. */
export async function linkAll(source: DataSource): Promise<void> {
  const rows: { seq: string; entry: string }[] = await source.query(
    `select seq, ${ENTRY} as entry from event_log order by event_log.seq`,
  );
  let head = BEGINNING;
  for (const { seq, entry } of rows) {
    head = linkTo(head, entry);
    await source.query(
      'update event_log set link = $2, hash = $3, published_at = clock_timestamp(), stream_seq = $2 where seq = $1',
      [seq, head.link, head.hash],
    );
  }
}
