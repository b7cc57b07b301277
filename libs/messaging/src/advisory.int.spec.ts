import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import { nanos, type NatsConnection } from '@nats-io/transport-node';
import type { CloudEvent } from '@qifutong/contracts/cloud-event';
import { subjectOf } from '@qifutong/contracts/subject';
import { envelope } from '@qifutong/persistence/append';
import { eventually } from '@qifutong/testkit/eventually';
import { freshNats, type TestNats } from '@qifutong/testkit/nats';
import { v7 as uuidv7 } from 'uuid';
import { listener, type Listener } from '../test/listener.ts';
import { reopened } from '../test/speaker.ts';
import { watchAdvisories } from './advisory.ts';
import { connectNats } from './connection.ts';
import { deliver } from './deliver.ts';
import { ensureStream } from './stream.ts';

let nats: TestNats;
let connection: NatsConnection;
let taskforce: Listener;
let watching: Promise<void>;
let stop: AbortController;

beforeAll(async () => {
  nats = await freshNats();
  connection = await connectNats(nats.url, 'advisory-spec');
});
afterAll(async () => {
  await connection.close();
  await nats.stop();
});
beforeEach(async () => {
  taskforce = await listener();
  await ensureStream(connection, 'intake', { maxBytes: 1024 * 1024, replicas: 1 });
  stop = new AbortController();
  watching = watchAdvisories({ ...taskforce, source: 'intake', connection }, stop.signal);
});
afterEach(async () => {
  stop.abort();
  await watching;
  await taskforce.schema.drop();
  const { streams } = await jetstreamManager(connection);
  for (const name of ['INTAKE', 'ADVISORY']) await streams.delete(name);
});

async function publish(one: CloudEvent): Promise<number> {
  const subject = subjectOf({ type: one.type, department: 'none', aggregateId: one.subject });
  return (await jetstream(connection).publish(subject, JSON.stringify(one), { msgID: one.id })).seq;
}

/** What the server says when a message was delivered for the last time without an answer. */
async function advise(seq: number): Promise<void> {
  const advisory = {
    type: 'io.nats.jetstream.advisory.v1.max_deliver',
    stream: 'INTAKE',
    consumer: 'listener',
    stream_seq: seq,
    deliveries: 8,
  };
  await jetstream(connection).publish(
    '$JS.EVENT.ADVISORY.CONSUMER.MAX_DELIVERIES.INTAKE.listener',
    JSON.stringify(advisory),
  );
}

function event(issue: string): CloudEvent {
  return envelope(reopened(issue, 1), 1, new Date());
}

function lettersOf(issue: string): Promise<string[]> {
  return eventually(
    () => taskforce.letters(issue),
    (letters) => letters.length > 0,
  );
}

describe('an event that crashes whoever handles it', () => {
  it('is set aside when the server says that its deliveries are used up', async () => {
    const issue = uuidv7();
    await advise(await publish(event(issue)));
    expect(await lettersOf(issue)).toEqual(['1 DELIVERIES_USED_UP']);
  });

  it('is not set aside when it was handled and only its acknowledgements were lost', async () => {
    const [handled, crashing] = [uuidv7(), uuidv7()];
    const done = event(handled);
    await deliver(taskforce, done, 8);
    await advise(await publish(done));
    await advise(await publish(event(crashing)));
    expect({ crashing: await lettersOf(crashing), handled: await taskforce.letters(handled) }).toEqual({
      crashing: ['1 DELIVERIES_USED_UP'],
      handled: [],
    });
  });

  it('is found by what a real server says of a consumer that never answers', async () => {
    const manager = await jetstreamManager(connection);
    await manager.consumers.add('INTAKE', {
      durable_name: 'listener',
      ack_policy: 'explicit',
      ack_wait: nanos(100),
      max_deliver: 2,
    });
    const issue = uuidv7();
    await publish(event(issue));
    const bound = await jetstream(connection).consumers.get('INTAKE', 'listener');
    const letters = await eventually(
      async () => {
        await bound.next({ expires: 1_000 });
        return taskforce.letters(issue);
      },
      (found) => found.length > 0,
    );
    expect(letters).toEqual(['1 DELIVERIES_USED_UP']);
  });

  it('does not keep others from being found when a message is none of ours', async () => {
    const { seq } = await jetstream(connection).publish('county.intake.issue.reopened.v1.none.p00', 'hello, world');
    const issue = uuidv7();
    await advise(seq);
    await advise(999_999);
    await advise(await publish(event(issue)));
    expect(await lettersOf(issue)).toEqual(['1 DELIVERIES_USED_UP']);
  });
});
