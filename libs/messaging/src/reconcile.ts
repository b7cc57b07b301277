import { jetstream, jetstreamManager, type JetStreamManager } from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/transport-node';
import type { ClientBase } from 'pg';
import { streamOf } from './stream.ts';

const CHUNK = 5_000;
const READ_TIMEOUT_MS = 5_000;

interface Marked {
  readonly id: string;
  readonly stream_seq: string;
}

async function newestMarked(client: ClientBase): Promise<Marked | undefined> {
  const { rows } = await client.query<Marked>(
    `select id, stream_seq from event_log where published_at is not null order by stream_seq desc limit 1`,
  );
  return rows[0];
}

async function idAt(manager: JetStreamManager, stream: string, seq: number): Promise<string | undefined> {
  const message = await manager.streams.getMessage(stream, { seq }).catch(() => null);
  return message?.header.get('Nats-Msg-Id');
}

interface Place {
  readonly id: string;
  readonly seq: number;
}

/** Ids and places of the messages from `from` to the stream's end, a few thousand at a time. */
async function* placesFrom(connection: NatsConnection, stream: string, from: number): AsyncGenerator<Place[]> {
  const manager = await jetstreamManager(connection);
  const { messages, first_seq: first, last_seq: last } = (await manager.streams.info(stream)).state;
  let reached = Math.max(from, first) - 1;
  if (messages === 0 || reached >= last) return;
  const consumer = await jetstream(connection).consumers.get(stream, {
    opt_start_seq: reached + 1,
    headers_only: true,
  });
  while (reached < last) {
    const places: Place[] = [];
    const before = reached;
    for await (const message of await consumer.fetch({ max_messages: CHUNK, expires: READ_TIMEOUT_MS })) {
      const id = message.headers?.get('Nats-Msg-Id');
      if (id) places.push({ id, seq: message.seq });
      reached = message.seq;
      if (reached >= last) break;
    }
    if (reached === before) throw new TypeError(`stream ${stream} could be read to ${reached} only, of ${last}`);
    yield places;
  }
}

/** Copies id and sequence of every message from `from` on into the temporary table `in_stream`. */
async function readStream(connection: NatsConnection, client: ClientBase, stream: string, from: number): Promise<void> {
  await client.query(`create temporary table if not exists in_stream (id uuid, stream_seq bigint)`);
  await client.query(`truncate in_stream`);
  for await (const places of placesFrom(connection, stream, from)) {
    const columns = [places.map(({ id }) => id), places.map(({ seq }) => seq)];
    await client.query(`insert into in_stream select * from unnest($1::uuid[], $2::bigint[])`, columns);
  }
}

async function markFound(client: ClientBase): Promise<number> {
  const { rowCount } = await client.query(
    `update event_log e set published_at = coalesce(e.published_at, clock_timestamp()), stream_seq = s.stream_seq
     from in_stream s where s.id = e.id and e.stream_seq is distinct from s.stream_seq`,
  );
  return rowCount ?? 0;
}

async function unmarkLost(client: ClientBase): Promise<number> {
  const { rowCount } = await client.query(
    `update event_log e set published_at = null, stream_seq = null
     where e.published_at is not null and e.created_at > now() - interval '400 days'
       and not exists (select from in_stream s where s.id = e.id)`,
  );
  return rowCount ?? 0;
}

export interface Reconciled {
  /** marked events that the stream lacked: they are published again */
  readonly lost: number;
  /** events that were in the stream, but not marked so */
  readonly found: number;
  /** the last place in the stream that an event of ours has now */
  readonly reached: number;
}

/**
 * Makes the marks in the event log agree with the stream, which may have lost its tail or all, or may have more than was marked.
 * A healthy stream costs one look-up.
 * @param thorough compares all of the stream, also when its end looks healthy
 */
export async function reconcile(
  connection: NatsConnection,
  client: ClientBase,
  service: string,
  thorough = false,
): Promise<Reconciled> {
  const stream = streamOf(service);
  const manager = await jetstreamManager(connection);
  const marked = await newestMarked(client);
  const { state } = await manager.streams.info(stream);
  const expired =
    marked !== undefined && Number(marked.stream_seq) < state.first_seq && Number(marked.stream_seq) <= state.last_seq;
  const healthy = !marked || expired || (await idAt(manager, stream, Number(marked.stream_seq))) === marked.id;
  const intact = healthy && !thorough;
  await readStream(connection, client, stream, intact && marked ? Number(marked.stream_seq) + 1 : 1);
  const lost = intact ? 0 : await unmarkLost(client);
  const found = await markFound(client);
  return { lost, found, reached: Number((await newestMarked(client))?.stream_seq ?? 0) };
}
