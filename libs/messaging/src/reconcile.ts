import { jetstream, jetstreamManager, type JetStreamManager } from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/transport-node';
import type { ClientBase } from 'pg';
import { streamOf } from './stream.ts';

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

/** Copies id and sequence of every message from `from` on into the temporary table `in_stream`. */
async function readStream(connection: NatsConnection, client: ClientBase, stream: string, from: number): Promise<void> {
  await client.query(`create temporary table if not exists in_stream (id uuid, stream_seq bigint)`);
  await client.query(`truncate in_stream`);
  const manager = await jetstreamManager(connection);
  const last = (await manager.streams.info(stream)).state.last_seq;
  if (last < from) return;
  const consumer = await jetstream(connection).consumers.get(stream, { opt_start_seq: Math.max(from, 1), headers_only: true });
  let ids: string[] = [];
  let sequences: number[] = [];
  const flush = async () => {
    await client.query(`insert into in_stream select * from unnest($1::uuid[], $2::bigint[])`, [ids, sequences]);
    [ids, sequences] = [[], []];
  };
  for await (const message of await consumer.consume({ max_messages: 1000 })) {
    const id = message.headers?.get('Nats-Msg-Id');
    if (id) {
      ids.push(id);
      sequences.push(message.seq);
    }
    if (ids.length >= 5000) await flush();
    if (message.seq >= last || message.info.pending === 0) break;
  }
  await flush();
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

/**
 * Makes the marks in the event log agree with the stream, which may have lost its tail or all, or may have more than was marked.
 * A healthy stream costs one look-up.
 * @returns how many events the stream lacked (they are published again) and how many it had unmarked
 */
export async function reconcile(connection: NatsConnection, client: ClientBase, service: string): Promise<{ lost: number; found: number }> {
  const stream = streamOf(service);
  const manager = await jetstreamManager(connection);
  const marked = await newestMarked(client);
  const { state } = await manager.streams.info(stream);
  const expired = marked !== undefined && Number(marked.stream_seq) < state.first_seq && Number(marked.stream_seq) <= state.last_seq;
  const intact = !marked || expired || (await idAt(manager, stream, Number(marked.stream_seq))) === marked.id;
  await readStream(connection, client, stream, intact && marked ? Number(marked.stream_seq) + 1 : 1);
  const lost = intact ? 0 : await unmarkLost(client);
  return { lost, found: await markFound(client) };
}
