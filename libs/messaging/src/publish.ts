import { jetstream, type JetStreamClient } from '@nats-io/jetstream';
import { headers, type NatsConnection } from '@nats-io/transport-node';

export interface Row {
  readonly seq: string;
  readonly id: string;
  readonly subject: string;
  /** as JSON */
  readonly event: string;
}

/** Publishes rows in order. @returns each row's sequence in the stream */
export type Publish = (rows: readonly Row[]) => Promise<number[]>;

const TIMEOUT_MS = 5_000;

function message(row: Row) {
  const head = headers();
  head.set('Nats-Msg-Id', row.id);
  return { payload: row.event, headers: head };
}

async function oneByOne(client: JetStreamClient, rows: readonly Row[]): Promise<number[]> {
  const sequences: number[] = [];
  for (const row of rows) {
    const { payload, headers: head } = message(row);
    const ack = await client.publish(row.subject, payload, { headers: head, timeout: TIMEOUT_MS });
    sequences.push(ack.seq);
  }
  return sequences;
}

async function asBatch(client: JetStreamClient, rows: readonly Row[]): Promise<number[]> {
  const [first, ...rest] = rows;
  const last = rest.pop();
  if (!first || !last) return oneByOne(client, rows);
  const opening = message(first);
  const batch = await client.startBatch(first.subject, opening.payload, {
    headers: opening.headers,
    timeout: TIMEOUT_MS,
  });
  for (const row of rest) {
    const { payload, headers: head } = message(row);
    batch.add(row.subject, payload, { headers: head });
  }
  const closing = message(last);
  const ack = await batch.commit(last.subject, closing.payload, { headers: closing.headers, timeout: TIMEOUT_MS });
  return rows.map((_, i) => ack.seq - rows.length + i + 1);
}

/**
 * Publishes as one atomic batch; where the server refuses it (a row of it is in the stream already), one by one in order,
 * and a row that was there answers with the sequence it has.
 */
export function publisher(connection: NatsConnection): Publish {
  const client = jetstream(connection, { timeout: TIMEOUT_MS });
  return (rows) => asBatch(client, rows).catch(() => oneByOne(client, rows));
}
