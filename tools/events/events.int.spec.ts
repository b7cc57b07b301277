import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import { connectNats } from '@qifutong/messaging/connection';
import { ensureConsumer } from '@qifutong/messaging/consumer';
import { ensureStream } from '@qifutong/messaging/stream';
import { freshNats, type TestNats } from '@qifutong/testkit/nats';
import { freshSchema, type TestSchema } from '@qifutong/testkit/schema';
import { lag } from './lag.ts';
import { replay } from './replay.ts';
import { discardSetAside, listSetAside, retrySetAside } from './set-aside.ts';
import type { System } from './system.ts';
import { table } from './table.ts';
import { tail } from './tail.ts';

let nats: TestNats;
let schemas: TestSchema[];
let system: System;

beforeAll(async () => {
  nats = await freshNats();
});
afterAll(() => nats.stop());
beforeEach(async () => {
  schemas = await Promise.all(['intake', 'taskforce'].map((name) => freshSchema({ name, tables: [], migrations: [] })));
  const connection = await connectNats(nats.url, 'events-spec');
  const databases = new Map(schemas.map(({ db }, i) => [i === 0 ? 'intake' : 'taskforce', db.source]));
  system = { databases, nats: connection, jsm: await jetstreamManager(connection) };
  await ensureStream(connection, 'intake', { maxBytes: 1024 * 1024, replicas: 1 });
});
afterEach(async () => {
  await system.jsm.streams.delete('INTAKE');
  await system.nats.close();
  await Promise.all(schemas.map((schema) => schema.drop()));
});

/** A set-aside event, whose id is the number of those before it plus one. */
async function setAside(version: number, reason = 'PERMANENT'): Promise<void> {
  const event = JSON.stringify({
    type: 'intake.issue.registered.v1',
    subject: 'issue-1',
    sequence: String(version).padStart(10, '0'),
  });
  await schemas[1]!.db.source.query(
    `insert into dead_letter (consumer, event_id, aggregate_type, aggregate_id, version, event, reason, error, set_aside_at)
     values ('taskforce', gen_random_uuid(), 'issue', 'issue-1', $1, $2, $3, $4, '2020-02-14T08:00:00Z')`,
    [version, event, reason, 'no such\ndepartment'],
  );
}

async function announce(n: number): Promise<void> {
  await jetstream(system.nats).publish('county.intake.issue.registered.v1.none.p00', JSON.stringify({ n }), {
    msgID: `event ${n}`,
  });
}

describe('npm run events -- lag', () => {
  it('tells what waits where', async () => {
    await schemas[0]!.db.source.query(
      `insert into event_log (id, aggregate_type, aggregate_id, version, subject, event, created_at)
       select gen_random_uuid(), 'issue', 'issue-1', n, 's', '{}', clock_timestamp() - interval '90 s' from generate_series(1, 3) n`,
    );
    await setAside(1);
    await ensureConsumer(system.nats, 'intake', 'taskforce');
    await announce(1);
    const lines = (await lag(system)).replaceAll(/90\.\d s/g, '90 s').split('\n');
    expect(lines.map((line) => line.split(/\s{2,}/))).toEqual([
      ['SERVICE', 'UNPUBLISHED', 'OLDEST', 'SET ASIDE'],
      ['intake', '3', '90 s', '0'],
      ['taskforce', '0', '-', '1'],
      [''],
      ['EVENTS OF', 'CONSUMER', 'NOT DELIVERED', 'IN HAND', 'REDELIVERED'],
      ['intake', 'taskforce', '1', '0', '0'],
    ]);
  });
});

describe('npm run events -- tail', () => {
  async function tailed(from: Date | null, count: number, meanwhile: () => Promise<void>): Promise<string[]> {
    const lines: string[] = [];
    const stop = new AbortController();
    const print = (line: string) => {
      lines.push(line);
      if (lines.length === count) stop.abort();
    };
    const done = tail(system, { services: ['intake'], from, print, signal: stop.signal });
    await meanwhile();
    await done;
    return lines;
  }

  it('prints what was announced since then, and goes on with what comes', async () => {
    await announce(1);
    const { info } = await system.jsm.direct.getMessage('INTAKE', { seq: 1 }).then((message) => ({ info: message! }));
    await announce(2);
    const from = new Date(info.time.getTime() + 1);
    const lines = await tailed(from, 2, () => announce(3));
    expect(lines).toEqual(['{"n":2}', '{"n":3}']);
  });
});

describe('npm run events -- replay', () => {
  const longAgo = new Date('2020-02-14T08:00:00Z');

  it('hands over again what was announced since then, and says what that means', async () => {
    await ensureConsumer(system.nats, 'intake', 'taskforce');
    for (const n of [1, 2, 3]) await announce(n);
    const consumer = await jetstream(system.nats).consumers.get('INTAKE', 'taskforce');
    const take = async () => {
      const message = await consumer.next({ expires: 2_000 });
      await message!.ackAck();
      return message!.seq;
    };
    const first = [await take(), await take(), await take()];
    const said = await replay(system, { service: 'intake', consumer: 'taskforce', from: longAgo });
    const again = [await take(), await take(), await take()];
    expect({ first, again }).toEqual({ first: [1, 2, 3], again: [1, 2, 3] });
    expect(said).toBe(
      'taskforce is handed the events of intake from 2020-02-14T08:00:00.000Z on again (number 1 of stream INTAKE; 3 left to deliver).\n' +
        'Those that it has handled before have no effect again: its inbox knows them. Those that it has not are handled now.',
    );
  });

  it('has nothing to do when nothing was announced since', async () => {
    await ensureConsumer(system.nats, 'intake', 'taskforce');
    await announce(1);
    const said = await replay(system, {
      service: 'intake',
      consumer: 'taskforce',
      from: new Date('2099-01-01T00:00:00Z'),
    });
    expect(said).toBe('intake announced nothing since 2099-01-01T00:00:00.000Z: nothing to hand over again');
  });

  it('names a consumer that there is not', async () => {
    await expect(replay(system, { service: 'intake', consumer: 'nobody', from: longAgo })).rejects.toThrow(
      'no consumer "nobody" of the events of intake',
    );
  });
});

describe('npm run events -- set-aside', () => {
  it('lists what is set aside, on one line each', async () => {
    await setAside(7);
    const [, line] = (await listSetAside(system, ['intake', 'taskforce'])).split('\n');
    expect(line?.split(/\s{2,}/)).toEqual([
      'taskforce',
      '1',
      '2020-02-14T08:00:00.000Z',
      'PERMANENT',
      'intake.issue.registered.v1',
      'issue-1',
      '7',
      'no such department',
    ]);
  });

  it('says so when nothing is', async () => {
    expect(await listSetAside(system, ['intake', 'taskforce'])).toBe('nothing is set aside');
  });

  it('asks for one, or for all', async () => {
    for (const version of [1, 2, 3]) await setAside(version);
    const said = [await retrySetAside(system, 'taskforce', '2'), await retrySetAside(system, 'taskforce', 'all')];
    expect(said.map((sentence) => sentence.slice(0, 28))).toEqual([
      'taskforce handles 1 again, i',
      'taskforce handles 3 again, i',
    ]);
  });

  it('discards one, with the reason', async () => {
    await setAside(1);
    await discardSetAside(system, 'taskforce', '1', 'the issue was a test');
    const rows: object[] = await schemas[1]!.db.source.query('select ended_as, ended_because from dead_letter');
    expect(rows).toEqual([{ ended_as: 'DISCARDED', ended_because: 'the issue was a test' }]);
  });

  it.each([
    [
      'an id that there is not',
      () => retrySetAside(system, 'taskforce', '99'),
      'nothing is set aside in taskforce under 99',
    ],
    ['all of nothing', () => retrySetAside(system, 'taskforce', 'all'), 'nothing is set aside in taskforce'],
    ['no id', () => retrySetAside(system, 'taskforce', 'first'), 'ID must be a number of the list, not "first"'],
    [
      'a discarded id',
      () => discardSetAside(system, 'taskforce', '99', 'because'),
      'nothing is set aside in taskforce under 99',
    ],
    [
      'a service that there is not',
      () => retrySetAside(system, 'kitchen', 'all'),
      'there is no service "kitchen": intake, taskforce',
    ],
  ])('refuses %s', async (_title, command, message) => {
    await expect(command()).rejects.toThrow(message);
  });
});

describe('a table', () => {
  it('is as wide as its cells, Chinese ones counted double', () => {
    expect(
      table(
        ['A', 'B'],
        [
          ['问题', 'x'],
          ['yy', ''],
        ],
      ),
    ).toBe('A     B\n问题  x\nyy');
  });
});
