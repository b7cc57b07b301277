import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/transport-node';
import type { CloudEvent } from '@qifutong/contracts/cloud-event';
import { subjectOf } from '@qifutong/contracts/subject';
import { append, envelope } from '@qifutong/persistence/append';
import { eventually } from '@qifutong/testkit/eventually';
import { freshNats, type TestNats } from '@qifutong/testkit/nats';
import { v7 as uuidv7 } from 'uuid';
import { listener, type Listener } from '../test/listener.ts';
import { reopened } from '../test/speaker.ts';
import { connectNats } from './connection.ts';
import { dispose, ensureConsumer, type ConsumerOptions, type EventConsumer } from './consumer.ts';
import { deliver } from './deliver.ts';
import { PermanentFailure } from './handler.ts';
import { ensureStream } from './stream.ts';

let nats: TestNats;
let connection: NatsConnection;
let taskforce: Listener;
let issue: string;
const running: EventConsumer[] = [];

beforeAll(async () => {
  nats = await freshNats();
  connection = await connectNats(nats.url, 'consumer-spec');
});
afterAll(async () => {
  await connection.close();
  await nats.stop();
});
beforeEach(async () => {
  issue = uuidv7();
  taskforce = await listener();
  await ensureStream(connection, 'intake', { maxBytes: 16 * 1024 * 1024, replicas: 1 });
});
afterEach(async () => {
  for (const one of running.splice(0)) await one.stop();
  await taskforce.schema.drop();
  await (await jetstreamManager(connection)).streams.delete('INTAKE');
});

function event(of: string, version: number): CloudEvent {
  return envelope(reopened(of, version), version, new Date());
}

async function publish(one: CloudEvent, messageId: string = one.id): Promise<void> {
  const subject = subjectOf({ type: one.type, department: 'none', aggregateId: one.subject });
  await jetstream(connection).publish(subject, JSON.stringify(one), { msgID: messageId });
}

function listening(replaced: Partial<ConsumerOptions> = {}): EventConsumer {
  const consumer = taskforce.instance(connection, replaced);
  consumer.start();
  running.push(consumer);
  return consumer;
}

function effectsOf(of: string, wanted: number): Promise<number[]> {
  return eventually(
    () => taskforce.effects(of),
    (versions) => versions.length >= wanted,
  );
}

async function inHand(): Promise<number> {
  const info = await (await jetstreamManager(connection)).consumers.info('INTAKE', 'listener');
  return info.num_pending + info.num_ack_pending;
}

function allAcknowledged(): Promise<number> {
  return eventually(inHand, (left) => left === 0);
}

describe('a consumer', () => {
  it('handles an event once that was published five times', async () => {
    const once = event(issue, 1);
    for (let copy = 1; copy <= 5; copy++) await publish(once, `copy ${copy} of ${once.id}`);
    await publish(event(issue, 2));
    listening();
    await effectsOf(issue, 2);
    await allAcknowledged();
    expect(await taskforce.effects(issue)).toEqual([1, 2]);
  });

  it('handles an event once that five instances have in hand at the same time', async () => {
    const once = event(issue, 1);
    const disposals = await Promise.all([1, 2, 3, 4, 5].map((count) => deliver(taskforce, once, count)));
    expect({ disposals, effects: await taskforce.effects(issue) }).toEqual({
      disposals: Array.from({ length: 5 }, () => 'HANDLED'),
      effects: [1],
    });
  });

  it('handles the events of an issue in order, in whatever order they come', async () => {
    for (const version of [3, 1, 4, 2]) await publish(event(issue, version));
    listening();
    expect(await effectsOf(issue, 4)).toEqual([1, 2, 3, 4]);
  });

  it('handles each once with three instances listening', async () => {
    const issues = Array.from({ length: 20 }, () => uuidv7());
    for (const _ of [1, 2, 3]) listening();
    for (let version = 1; version <= 5; version++) await Promise.all(issues.map((one) => publish(event(one, version))));
    await eventually(
      () => Promise.all(issues.map((one) => taskforce.effects(one))),
      (all) => all.flat().length >= 100,
    );
    await allAcknowledged();
    expect(await Promise.all(issues.map((one) => taskforce.effects(one)))).toEqual(issues.map(() => [1, 2, 3, 4, 5]));
  });

  it('passes over an event that it has no handler for, and goes on with the next of that issue', async () => {
    const other = { ...event(issue, 1), type: 'intake.issue.renamed.v1' };
    const disposals = [await deliver(taskforce, other, 1), await deliver(taskforce, event(issue, 2), 1)];
    expect({ disposals, effects: await taskforce.effects(issue) }).toEqual({
      disposals: ['HANDLED', 'HANDLED'],
      effects: [2],
    });
  });

  it('terminates a message that is no event, and hears the next', async () => {
    await jetstream(connection).publish('county.intake.issue.reopened.v1.none.p00', JSON.stringify({ hello: 'world' }));
    await publish(event(issue, 1));
    listening();
    await effectsOf(issue, 1);
    await allAcknowledged();
    expect(taskforce.lines).toContain('error: message without an envelope terminated');
  });

  it('terminates a message that is not even JSON, and hears the next', async () => {
    await jetstream(connection).publish('county.intake.issue.reopened.v1.none.p00', 'hello, world');
    await publish(event(issue, 1));
    listening();
    await effectsOf(issue, 1);
    await allAcknowledged();
    expect(taskforce.lines).toContain('error: message without an envelope terminated');
  });
});

describe('a handler that fails', () => {
  it('is asked again later, and what it wrote before is undone', async () => {
    let failures = 1;
    taskforce.before = () => {
      if (failures-- > 0) throw new TypeError('no connection');
    };
    await publish(event(issue, 1));
    listening();
    await effectsOf(issue, 1);
    await allAcknowledged();
    const effects = await taskforce.effects(issue);
    expect({ effects, letters: await taskforce.letters(issue) }).toEqual({ effects: [1], letters: [] });
  });

  it('leaves no entry that it was heard, and none of the events that it announced', async () => {
    const { db } = taskforce.schema;
    taskforce.before = async () => {
      throw new TypeError('no connection');
    };
    const announcing = {
      ...taskforce.handlers[0]!,
      handle: async (tx: never, data: never, heard: CloudEvent) => {
        await append(tx, [reopened(issue, 1)], 0, new Date());
        return taskforce.handlers[0]!.handle(tx, data, heard);
      },
    };
    const disposal = await deliver({ ...taskforce, handlers: [announcing] }, event(issue, 1), 1);
    const left: object[] = await db.source.query(
      'select (select count(*)::int from inbox) as inbox, (select count(*)::int from event_log) as announced',
    );
    expect({ disposal, left }).toEqual({ disposal: 'FAILED', left: [{ inbox: 0, announced: 0 }] });
  });

  it.each([
    ['for good, at the first delivery', new PermanentFailure('no such department'), 1, ['SET_ASIDE', ['1 PERMANENT']]],
    ['for a time, at the first delivery', new TypeError('no connection'), 1, ['FAILED', []]],
    ['for a time, at the seventh delivery', new TypeError('no connection'), 7, ['FAILED', []]],
    ['for a time, at the eighth delivery', new TypeError('no connection'), 8, ['SET_ASIDE', ['1 DELIVERIES_USED_UP']]],
  ])('%s', async (_title, failure, count, outcome) => {
    taskforce.before = () => {
      throw failure;
    };
    expect([await deliver(taskforce, event(issue, 1), count), await taskforce.letters(issue)]).toEqual(outcome);
  });
});

describe('two handlers of one event', () => {
  const first = () => taskforce.handlers[0]!;

  it('both hear it', async () => {
    const disposal = await deliver({ ...taskforce, handlers: [first(), first()] }, event(issue, 1), 1);
    expect([disposal, await taskforce.effects(issue)]).toEqual(['HANDLED', [1, 1]]);
  });

  it('have no effect where one of them fails', async () => {
    const failing = { ...first(), handle: () => Promise.reject(new TypeError('no connection')) };
    const disposal = await deliver({ ...taskforce, handlers: [first(), failing] }, event(issue, 1), 1);
    expect([disposal, await taskforce.effects(issue)]).toEqual(['FAILED', []]);
  });
});

describe('a consumer that is stopped', () => {
  it('finishes the event in hand and hands back the others', async () => {
    const started = Promise.withResolvers<void>();
    const gate = Promise.withResolvers<void>();
    taskforce.before = () => {
      started.resolve();
      return gate.promise;
    };
    for (let version = 1; version <= 10; version++) await publish(event(issue, version));
    const first = taskforce.instance(connection);
    first.start();
    await started.promise;
    const stopped = first.stop();
    gate.resolve();
    await stopped;
    const done = await taskforce.effects(issue);
    listening();
    expect({ done, then: await effectsOf(issue, 10) }).toEqual({ done: [1], then: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] });
  });

  it('stops also when it has only just begun', async () => {
    for (let turn = 0; turn < 20; turn++) {
      const consumer = taskforce.instance(connection);
      consumer.start();
      // a little later each time: in the midst of what a start does
      for (let i = 0; i < turn; i++) await connection.flush();
      await consumer.stop();
    }
    expect(taskforce.lines).toEqual([]);
  }, 15_000);
});

describe('a durable consumer', () => {
  it('takes on new settings of a new release and stays where it is', async () => {
    const manager = await jetstreamManager(connection);
    const older = {
      durable_name: 'listener',
      ack_policy: 'explicit',
      deliver_policy: 'all',
      filter_subject: 'county.intake.>',
      max_deliver: 3,
    } as const;
    await manager.consumers.add('INTAKE', older);
    await publish(event(issue, 1));
    const bound = await jetstream(connection).consumers.get('INTAKE', 'listener');
    const message = await bound.next({ expires: 2_000 });
    await message?.ackAck();
    await ensureConsumer(connection, 'intake', 'listener');
    const { config, num_pending: pending } = await manager.consumers.info('INTAKE', 'listener');
    expect({ deliveries: config.max_deliver, pending }).toEqual({ deliveries: 8, pending: 0 });
  });

  it('hears again from an earlier place when it is reset, and does nothing twice', async () => {
    const delivered: number[] = [];
    listening({
      dispose: (message, disposal) => {
        delivered.push(message.seq);
        return dispose(message, disposal);
      },
    });
    for (let version = 1; version <= 5; version++) await publish(event(issue, version));
    await effectsOf(issue, 5);
    await allAcknowledged();
    await (await jetstreamManager(connection)).consumers.reset('INTAKE', 'listener', 3);
    await eventually(
      () => Promise.resolve(delivered),
      (seqs) => seqs.length >= 8,
    );
    expect({ delivered, effects: await taskforce.effects(issue) }).toEqual({
      delivered: [1, 2, 3, 4, 5, 3, 4, 5],
      effects: [1, 2, 3, 4, 5],
    });
  });

  it('waits for a stream that its owner has not made yet', async () => {
    await (await jetstreamManager(connection)).streams.delete('INTAKE');
    listening();
    await eventually(
      () => Promise.resolve(taskforce.lines),
      (lines) => lines.includes('info: waiting for the stream'),
    );
    await ensureStream(connection, 'intake', { maxBytes: 16 * 1024 * 1024, replicas: 1 });
    await publish(event(issue, 1));
    expect(await effectsOf(issue, 1)).toEqual([1]);
  });
});
