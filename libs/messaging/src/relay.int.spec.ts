import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/transport-node';
import { eventually } from '@qifutong/testkit/eventually';
import { freshNats, type TestNats } from '@qifutong/testkit/nats';
import { messagesOf } from '@qifutong/testkit/stream';
import { v7 as uuidv7 } from 'uuid';
import { gateTo } from '../test/gate.ts';
import { listener } from '../test/listener.ts';
import { speaker, type Speaker } from '../test/speaker.ts';
import { connectNats } from './connection.ts';
import { ensureConsumer } from './consumer.ts';
import { publisher, type Row } from './publish.ts';
import type { Relay } from './relay.ts';
import { ensureStream } from './stream.ts';

const LIMITS = { maxBytes: 64 * 1024 * 1024, replicas: 1 };

let nats: TestNats;
let connection: NatsConnection;
let intake: Speaker;
const running: { stop(): Promise<void> }[] = [];

beforeAll(async () => {
  nats = await freshNats();
});
afterAll(() => nats.stop());
beforeEach(async () => {
  connection = await connectNats(nats.url, 'relay-spec');
  intake = await speaker();
});
afterEach(async () => {
  for (const one of running.splice(0)) await one.stop();
  await (await jetstreamManager(connection)).streams.delete('INTAKE').catch(() => undefined);
  await connection.close();
  await intake.schema.drop();
});

function started<T extends { start(): void; stop(): Promise<void> }>(one: T): T {
  one.start();
  running.push(one);
  return one;
}

function leading(relay: Relay): Promise<boolean> {
  return eventually(() => Promise.resolve(relay.leads), Boolean);
}

function allMarked(): Promise<number> {
  return eventually(
    () => intake.count('published_at is null'),
    (unmarked) => unmarked === 0,
    20_000,
  );
}

async function streamed(): Promise<string[]> {
  return (await messagesOf(connection, 'intake')).map(({ event }) => event.id);
}

/** The versions of each issue, in the order of the stream. */
async function versionsInStream(issues: readonly string[]): Promise<number[][]> {
  const byIssue = Map.groupBy(await messagesOf(connection, 'intake'), ({ event }) => event.subject);
  return issues.map((issue) => (byIssue.get(issue) ?? []).map(({ event }) => Number(event.sequence)));
}

/** Takes the newest messages from the stream, as when it is restored from a backup of earlier. */
async function loseAllBut(kept: number): Promise<void> {
  const before = (await messagesOf(connection, 'intake')).slice(0, kept);
  await (await jetstreamManager(connection)).streams.delete('INTAKE');
  await ensureStream(connection, 'intake', LIMITS);
  for (const { subject, event } of before)
    await jetstream(connection).publish(subject, JSON.stringify(event), { msgID: event.id });
}

async function leadersBackend(): Promise<number[]> {
  const rows: { pid: number }[] = await intake.schema.db.source.query(
    `select pid from pg_locks where locktype = 'advisory' and classid = hashtext('event_log_relay')::bit(32)::bigint
       and objid = hashtext($1)::bit(32)::bigint`,
    [intake.schema.schema],
  );
  return rows.map(({ pid }) => pid);
}

describe('the relay', () => {
  it('publishes what was committed, in the order of the event log, and notes where in the stream it lies', async () => {
    const issues = Array.from({ length: 5 }, () => uuidv7());
    for (let version = 1; version <= 50; version++)
      for (const issue of issues) await intake.say(issue, version, version);
    started(intake.relay(connection));
    await allMarked();
    const marks: { id: string; stream_seq: string }[] = await intake.schema.db.source.query(
      'select id, stream_seq from event_log order by event_log.seq',
    );
    const found = (await messagesOf(connection, 'intake')).map(({ seq, event }) => ({
      id: event.id,
      stream_seq: String(seq),
    }));
    expect(found).toEqual(marks);
  });

  it('hears of a commit at once: a quarter of a second would be its poll', async () => {
    const relay = started(intake.relay(connection));
    await leading(relay);
    const waits: number[] = [];
    for (let version = 1; version <= 9; version++) {
      const begun = performance.now();
      await intake.say('6f1c4e5e-0000-7000-8000-000000000001', version, version);
      await eventually(
        () => intake.count('published_at is null'),
        (unmarked) => unmarked === 0,
      );
      waits.push(performance.now() - begun);
    }
    expect(waits.toSorted((a, b) => a - b)[4]).toBeLessThan(150);
  });

  it('leads in one instance only, and in another when that one loses its connection', async () => {
    const first = started(intake.relay(connection));
    await leading(first);
    const second = started(intake.relay(connection));
    const issue = uuidv7();
    await intake.say(issue, 1, 20);
    await allMarked();
    const [pid] = await leadersBackend();
    const before = { first: first.leads, second: second.leads };
    await intake.schema.db.source.query('select pg_terminate_backend($1)', [pid]);
    await intake.say(issue, 21, 40);
    await leading(second);
    await allMarked();
    expect({
      before,
      after: { first: first.leads, second: second.leads },
      holders: (await leadersBackend()).length,
    }).toEqual({
      before: { first: true, second: false },
      after: { first: false, second: true },
      holders: 1,
    });
    expect(await streamed()).toEqual(await intake.ids());
  });

  it('holds events back when the stream is full, and drops none', async () => {
    const full = intake.relay(connection, { maxBytes: 10_000 });
    full.start();
    await leading(full);
    await intake.say(uuidv7(), 1, 50);
    const held = await eventually(
      () => messagesOf(connection, 'intake'),
      (messages) => messages.length > 5,
    );
    await full.stop();
    started(intake.relay(connection));
    await allMarked();
    expect(held.length).toBeLessThan(50);
    expect(await streamed()).toEqual(await intake.ids());
  });

  it('publishes a batch again, one by one, when a part of it is in the stream already', async () => {
    const issue = uuidv7();
    await intake.say(issue, 1, 10);
    await ensureStream(connection, 'intake', LIMITS);
    const rows: Row[] = await intake.schema.db.source.query(
      'select seq, id, subject, event::text from event_log order by event_log.seq',
    );
    const publish = publisher(connection);
    const first = await publish(rows.slice(0, 4));
    const again = await publish(rows);
    expect({ first, again }).toEqual({ first: [1, 2, 3, 4], again: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] });
  });
});

describe('the relay and a database that is away', () => {
  it('tries about once a second, also when it does not lead', async () => {
    await leading(started(intake.relay(connection)));
    const gate = await gateTo(new URL(intake.schema.url));
    const databaseUrl = Object.assign(new URL(intake.schema.url), {
      hostname: '127.0.0.1',
      port: String(gate.port),
    }).href;
    started(intake.relay(connection, { databaseUrl }));
    // it is let in, and asks for the lock for the second time
    await eventually(
      () => Promise.resolve(gate.answers()),
      (answers) => answers >= 4,
    );
    gate.shut();
    const [, first = 0, , third = 0] = await eventually(
      () => Promise.resolve(gate.attempts),
      (attempts) => attempts.length >= 4,
    );
    await gate.close();
    expect(third - first).toBeGreaterThan(1_500);
  });
});

describe('the relay and a NATS that dies', () => {
  it('kill -9 in the middle of 500 events: all in the stream once, in order, and once in effect', async () => {
    const taskforce = await listener();
    started(intake.relay(connection));
    started(taskforce.instance(connection));
    const issues = Array.from({ length: 25 }, () => uuidv7());
    const saying = (async () => {
      for (let version = 1; version <= 20; version++)
        await Promise.all(issues.map((issue) => intake.say(issue, version, version)));
    })();
    await eventually(
      () => intake.count('published_at is not null'),
      (marked) => marked > 0,
    );
    await nats.kill();
    await saying;
    const unmarkedAtRestart = await intake.count('published_at is null');
    await nats.restart();
    await allMarked();
    const effects = await eventually(
      () => Promise.all(issues.map((issue) => taskforce.effects(issue))),
      (all) => all.flat().length >= 500,
      45_000,
    );
    expect(unmarkedAtRestart).toBeGreaterThan(0);
    const each = Array.from({ length: 20 }, (_, i) => i + 1);
    expect((await streamed()).toSorted()).toEqual((await intake.ids()).toSorted());
    expect(await versionsInStream(issues)).toEqual(issues.map(() => each));
    expect(effects).toEqual(issues.map(() => each));
    for (const one of running.splice(0)) await one.stop();
    await taskforce.schema.drop();
  }, 90_000);

  it('restores what the stream lost in the meantime, also when there is nothing new to publish', async () => {
    started(intake.relay(connection));
    await intake.say(uuidv7(), 1, 20);
    await allMarked();
    await loseAllBut(12);
    await nats.kill();
    await nats.restart();
    await eventually(
      () => messagesOf(connection, 'intake').catch(() => []),
      (messages) => messages.length === 20,
      20_000,
    );
    expect(await streamed()).toEqual(await intake.ids());
  }, 60_000);
});

describe('the relay and a stream that went back behind what was marked', () => {
  it('notices with the next event, without a restart', async () => {
    started(intake.relay(connection));
    await intake.say(uuidv7(), 1, 20);
    await allMarked();
    await loseAllBut(12);
    await intake.say(uuidv7(), 1, 1);
    await eventually(
      () => messagesOf(connection, 'intake'),
      (messages) => messages.length === 21,
      20_000,
    );
    await allMarked();
    expect((await streamed()).toSorted()).toEqual((await intake.ids()).toSorted());
  });

  it('makes a deleted stream again with the next event, and the consumers of it do nothing twice', async () => {
    const taskforce = await listener();
    const consumer = started(taskforce.instance(connection));
    started(intake.relay(connection));
    const issue = uuidv7();
    await intake.say(issue, 1, 20);
    await eventually(
      () => taskforce.effects(issue),
      (versions) => versions.length === 20,
    );
    await (await jetstreamManager(connection)).streams.delete('INTAKE');
    await intake.say(issue, 21, 21);
    await eventually(
      () => taskforce.effects(issue),
      (versions) => versions.includes(21),
      25_000,
    );
    await ensureConsumer(connection, 'intake', 'listener');
    expect(await streamed()).toEqual(await intake.ids());
    expect(await taskforce.effects(issue)).toEqual(Array.from({ length: 21 }, (_, i) => i + 1));
    await consumer.stop();
    await taskforce.schema.drop();
  }, 45_000);
});
