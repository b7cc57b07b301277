import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { jetstreamManager } from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/transport-node';
import { BEGINNING } from '@qifutong/persistence/chain';
import { verify, type Verified } from '@qifutong/persistence/verify';
import { eventually } from '@qifutong/testkit/eventually';
import { freshNats, type TestNats } from '@qifutong/testkit/nats';
import { behindTheTriggers } from '@qifutong/testkit/schema';
import pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { speaker, type Speaker } from '../test/speaker.ts';
import { connectNats } from './connection.ts';
import { mark, unmarked } from './mark.ts';
import { publisher, type Publish } from './publish.ts';
import type { Relay } from './relay.ts';

let nats: TestNats;
let connection: NatsConnection;
let intake: Speaker;
const running: Relay[] = [];

beforeAll(async () => {
  nats = await freshNats();
});
afterAll(() => nats.stop());
beforeEach(async () => {
  connection = await connectNats(nats.url, 'mark-spec');
  intake = await speaker();
});
afterEach(async () => {
  await stopped();
  await lostStream();
  await connection.close();
  await intake.schema.drop();
});

function started(publish: Publish = publisher(connection)): Relay {
  const relay = intake.relay(connection, { publish });
  relay.start();
  running.push(relay);
  return relay;
}

async function stopped(): Promise<void> {
  for (const relay of running.splice(0)) await relay.stop();
}

async function lostStream(): Promise<void> {
  await (await jetstreamManager(connection)).streams.delete('INTAKE').catch(() => undefined);
}

function chain(): Promise<Verified> {
  return verify(intake.schema.db.source.manager, []);
}

/** The chain, when all is published and linked. */
async function complete(): Promise<Verified> {
  const open = () => intake.count('published_at is null or link is null');
  await eventually(open, (left) => left === 0, 20_000);
  return chain();
}

async function linksInOrder(): Promise<number[]> {
  const rows: { link: string }[] = await intake.schema.db.source.query(
    'select link from event_log order by event_log.seq',
  );
  return rows.map(({ link }) => Number(link));
}

const upTo = (last: number) => Array.from({ length: last }, (_, i) => i + 1);

describe('the relay links to the chain what it marks', () => {
  it('every event once, in their order, over any number of batches and of relays after each other', async () => {
    for (let n = 0; n < 5; n++) await intake.say(uuidv7(), 1, 130);
    started();
    expect(await complete()).toMatchObject({ entries: 650, waiting: 0, fault: null });
    await stopped();
    started();
    await intake.say(uuidv7(), 1, 3);
    expect(await complete()).toMatchObject({ entries: 653, fault: null });
    expect(await linksInOrder()).toEqual(upTo(653));
  });

  it('also what was published by a relay that ended before it marked it', async () => {
    await intake.say(uuidv7(), 1, 250);
    const publish = publisher(connection);
    let faults = 2;
    started(async (rows) => {
      const sequences = await publish(rows);
      if (faults-- > 0) throw new TypeError('gone between publishing and marking');
      return sequences;
    });
    expect(await complete()).toMatchObject({ entries: 250, fault: null });
  });

  it('what was there before there was a chain, after what is new', async () => {
    await intake.say(uuidv7(), 1, 2_500);
    started();
    await complete();
    await stopped();
    await behindTheTriggers(intake.schema.db.source, 'update event_log set link = null, hash = null');
    await intake.say(uuidv7(), 1, 2);
    expect(await chain()).toMatchObject({ entries: 0, waiting: 2_500, fault: null });
    started();
    expect(await complete()).toMatchObject({ entries: 2_502, waiting: 0, fault: null });
    expect(await linksInOrder()).toEqual([...upTo(2_502).slice(2), 1, 2]);
  });

  it('once: what is marked again keeps its link, and what is new beside it gets the next', async () => {
    await intake.say(uuidv7(), 1, 3);
    const client = new pg.Client({
      connectionString: intake.schema.url,
      options: `-c search_path=${intake.schema.schema}`,
    });
    await client.connect();
    const first = await mark(client, await unmarked(client, 10), [1, 2, 3], BEGINNING);
    await client.query('update event_log set published_at = null, stream_seq = null');
    await intake.say(uuidv7(), 1, 1);
    const second = await mark(client, await unmarked(client, 10), [4, 5, 6, 7], first);
    await client.end();
    expect([first.link, second.link, await linksInOrder()]).toEqual([3, 4, [1, 2, 3, 4]]);
    expect(await chain()).toMatchObject({ entries: 4, head: second, fault: null });
  });

  it('and leaves a link as it is when the stream was lost and all is published again', async () => {
    await intake.say(uuidv7(), 1, 20);
    started();
    const before = await complete();
    await stopped();
    await lostStream();
    await intake.say(uuidv7(), 1, 5);
    started();
    expect(await complete()).toMatchObject({ entries: 25, fault: null });
    expect((await chain()).head).not.toEqual(before.head);
    expect(await intake.count(`link = 20 and hash = '\\x${before.head.hash.toString('hex')}'`)).toBe(1);
  });
});
