import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/transport-node';
import { freshNats, type TestNats } from '@qifutong/testkit/nats';
import { messagesOf } from '@qifutong/testkit/stream';
import pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { speaker, type Speaker } from '../test/speaker.ts';
import { connectNats } from './connection.ts';
import { publisher, type Row } from './publish.ts';
import { reconcile } from './reconcile.ts';
import { ensureStream } from './stream.ts';

const EVENTS = 20;

let nats: TestNats;
let connection: NatsConnection;
let intake: Speaker;
let client: pg.Client;

beforeAll(async () => {
  nats = await freshNats();
  connection = await connectNats(nats.url, 'reconcile-spec');
});
afterAll(async () => {
  await connection.close();
  await nats.stop();
});
beforeEach(async () => {
  intake = await speaker();
  client = new pg.Client({ connectionString: intake.schema.url, options: `-c search_path=${intake.schema.schema}` });
  await client.connect();
  await ensureStream(connection, 'intake', { maxBytes: 1024 * 1024, replicas: 1 });
  await publishAndMark();
});
afterEach(async () => {
  await client.end();
  await intake.schema.drop();
  await (await jetstreamManager(connection)).streams.delete('INTAKE');
});

async function rows(): Promise<Row[]> {
  return (await client.query<Row>('select seq, id, subject, event::text from event_log order by event_log.seq')).rows;
}

async function publishAndMark(): Promise<void> {
  await intake.say(uuidv7(), 1, EVENTS);
  await publisher(connection)(await rows());
  await client.query('update event_log set published_at = now(), stream_seq = seq');
}

async function rebuildWith(kept: number): Promise<void> {
  await (await jetstreamManager(connection)).streams.delete('INTAKE');
  await ensureStream(connection, 'intake', { maxBytes: 1024 * 1024, replicas: 1 });
  if (kept > 0) await publisher(connection)((await rows()).slice(0, kept));
}

/** Places in the stream by event, null where it is not marked. */
async function marks(): Promise<(number | null)[]> {
  const { rows: all } = await client.query<{ stream_seq: string | null }>(
    'select stream_seq from event_log order by event_log.seq',
  );
  return all.map(({ stream_seq: place }) => (place === null ? null : Number(place)));
}

const whole = Array.from({ length: EVENTS }, (_, i) => i + 1);
const markedUpTo = (last: number) => whole.map((place) => (place <= last ? place : null));

describe('reconciling the event log with the stream', () => {
  it('changes nothing while both agree', async () => {
    const outcome = await reconcile(connection, client, 'intake');
    expect({ outcome, marks: await marks() }).toEqual({
      outcome: { lost: 0, found: 0, reached: EVENTS },
      marks: whole,
    });
  });

  it('has every event published again when the stream is gone', async () => {
    await rebuildWith(0);
    const outcome = await reconcile(connection, client, 'intake');
    expect({ outcome, marks: await marks() }).toEqual({
      outcome: { lost: EVENTS, found: 0, reached: 0 },
      marks: markedUpTo(0),
    });
  });

  it('has the tail published again that a stream lost', async () => {
    await rebuildWith(15);
    const outcome = await reconcile(connection, client, 'intake');
    expect({ outcome, marks: await marks() }).toEqual({
      outcome: { lost: 5, found: 0, reached: 15 },
      marks: markedUpTo(15),
    });
  });

  it.each([1, 5, EVENTS])(
    'marks the last %i events that were published and not marked, however long ago',
    async (unmarked) => {
      await client.query('update event_log set published_at = null, stream_seq = null where seq > $1', [
        EVENTS - unmarked,
      ]);
      const outcome = await reconcile(connection, client, 'intake');
      expect({ outcome, marks: await marks() }).toEqual({
        outcome: { lost: 0, found: unmarked, reached: EVENTS },
        marks: whole,
      });
    },
  );

  it('corrects the place of an event that a rebuilt stream has elsewhere', async () => {
    await rebuildWith(0);
    const [first, ...rest] = await rows();
    await publisher(connection)([...rest, first!]);
    const outcome = await reconcile(connection, client, 'intake');
    expect({ outcome, marks: await marks() }).toEqual({
      outcome: { lost: 0, found: EVENTS, reached: EVENTS },
      marks: [EVENTS, ...whole.slice(0, -1)],
    });
  });

  it('finds a hole before a healthy end when it is asked to be thorough', async () => {
    await rebuildWith(15);
    await publisher(connection)((await rows()).slice(-1));
    await client.query('update event_log set stream_seq = case seq when $1 then 16 else seq - 5 end where seq > 15', [
      EVENTS,
    ]);
    const hasty = await reconcile(connection, client, 'intake');
    const thorough = await reconcile(connection, client, 'intake', true);
    expect({ hasty, thorough, marks: await marks() }).toEqual({
      hasty: { lost: 0, found: 0, reached: 16 },
      thorough: { lost: 4, found: 0, reached: 16 },
      marks: [...markedUpTo(15).slice(0, -1), 16],
    });
  });

  it('leaves alone what the stream has forgotten for its age', async () => {
    const manager = await jetstreamManager(connection);
    await manager.streams.delete('INTAKE');
    await manager.streams.add({ name: 'INTAKE', subjects: ['county.intake.>'], max_msgs: 5, first_seq: 100 });
    for (const row of (await rows()).slice(0, 5))
      await jetstream(connection).publish(row.subject, JSON.stringify(row.event));
    const outcome = await reconcile(connection, client, 'intake');
    expect({ outcome, marks: await marks() }).toEqual({
      outcome: { lost: 0, found: 0, reached: EVENTS },
      marks: whole,
    });
  });

  it('is done when the stream has forgotten all', async () => {
    const manager = await jetstreamManager(connection);
    await manager.streams.delete('INTAKE');
    await manager.streams.add({ name: 'INTAKE', subjects: ['county.intake.>'], first_seq: 100 });
    await client.query('update event_log set published_at = null, stream_seq = null where seq > 15');
    const outcome = await reconcile(connection, client, 'intake');
    expect({ outcome, kept: (await messagesOf(connection, 'intake')).length }).toEqual({
      outcome: { lost: 0, found: 0, reached: 15 },
      kept: 0,
    });
  });
});
