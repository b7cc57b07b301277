import { BEGINNING, ENTRY, LAST_LINK, linkTo, type Head } from '@qifutong/persistence/chain';
import type { ClientBase } from 'pg';
import type { Row } from './publish.ts';

/** A row of the event log that gets its link when it is marked, unless it has one. */
export interface Unmarked extends Row {
  readonly link: string | null;
  readonly entry: string;
}

type Linkable = Pick<Unmarked, 'seq' | 'link' | 'entry'>;

const BACKLOG = 1_000;

/** The last entry of the chain. */
export async function headOf(client: ClientBase): Promise<Head> {
  const { rows } = await client.query<{ link: string; hash: Buffer }>(LAST_LINK);
  return rows[0] ? { link: Number(rows[0].link), hash: rows[0].hash } : BEGINNING;
}

// apart, or the entries of all that wait are written out before so many of them are chosen
const first = (condition: string, most: number) =>
  `(select * from event_log where ${condition} order by event_log.seq limit ${most}) as next`;

/** The next rows that are not in the stream, in order. */
export async function unmarked(client: ClientBase, most: number): Promise<Unmarked[]> {
  const { rows } = await client.query<Unmarked>(
    `select seq, id, subject, event::text, link, ${ENTRY} as entry from ${first('published_at is null', most)} order by next.seq`,
  );
  return rows;
}

/** The links of rows that follow each other; null for one that was linked when it was marked the first time. */
function linksAfter(head: Head, rows: readonly Linkable[]): { links: (Head | null)[]; head: Head } {
  let last = head;
  const links = rows.map(({ link, entry }) => (link === null ? (last = linkTo(last, entry)) : null));
  return { links, head: last };
}

/** Notes where in the stream rows lie, and links them to the chain, in one statement. @returns the chain's new end */
export async function mark(
  client: ClientBase,
  rows: readonly Unmarked[],
  sequences: readonly number[],
  head: Head,
): Promise<Head> {
  const { links, head: last } = linksAfter(head, rows);
  await client.query(
    `update event_log e set published_at = clock_timestamp(), stream_seq = m.stream_seq,
       link = coalesce(e.link, m.link), hash = coalesce(e.hash, m.hash)
     from unnest($1::bigint[], $2::bigint[], $3::bigint[], $4::bytea[]) as m (seq, stream_seq, link, hash) where e.seq = m.seq`,
    [
      rows.map(({ seq }) => seq),
      sequences,
      links.map((one) => one?.link ?? null),
      links.map((one) => one?.hash ?? null),
    ],
  );
  return last;
}

/**
 * Links the next thousand rows that are in the stream and not in the chain: those of the time before there was one, and those that
 * were published by a relay that ended before it marked them.
 * @returns the chain's new end; the same where there are none
 */
export async function linkBacklog(client: ClientBase, head: Head): Promise<Head> {
  const { rows } = await client.query<Linkable>(
    `select seq, link, ${ENTRY} as entry from ${first('link is null and published_at is not null', BACKLOG)} order by next.seq`,
  );
  if (rows.length === 0) return head;
  const { links, head: last } = linksAfter(head, rows);
  await client.query(
    `update event_log e set link = m.link, hash = m.hash
     from unnest($1::bigint[], $2::bigint[], $3::bytea[]) as m (seq, link, hash) where e.seq = m.seq`,
    [rows.map(({ seq }) => seq), links.map((one) => one!.link), links.map((one) => one!.hash)],
  );
  return last;
}
