import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { behindTheTriggers, freshSchema, type TestSchema } from '@qifutong/testkit/schema';
import { v7 as uuidv7 } from 'uuid';
import { linkAll } from '../test/linked.ts';
import { counted, stored } from '../test/tally.ts';
import { append } from './append.ts';
import { calledBy, runForCaller } from './caller.ts';
import type { Head } from './chain.ts';
import { verify, type Verified } from './verify.ts';

const ENTRIES = 12;

let schema: TestSchema;
let whole: Verified;

async function say(count: number): Promise<void> {
  const id = uuidv7();
  const events = Array.from({ length: count }, (_, i) => counted(id, i + 1));
  await schema.db.transaction((tx) => append(tx, events, 0, new Date()));
}

beforeEach(async () => {
  schema = await freshSchema(stored);
  await runForCaller(() => {
    calledBy({ sub: 'analyst-1', roles: ['ANALYST', 'COMMANDER'], origin: '192.0.2.7' });
    return say(ENTRIES / 2);
  });
  await say(ENTRIES / 2);
  await linkAll(schema.db.source);
  whole = await verified();
});
afterEach(() => schema.drop());

function verified(told: readonly Head[] = []): Promise<Verified> {
  return verify(
    schema.db.source.manager,
    told.map((one) => ({ ...one, by: "intake's account of 2020-02-14" })),
  );
}

function forge(sql: string, parameters: unknown[] = []): Promise<void> {
  return behindTheTriggers(schema.db.source, sql, parameters);
}

const COPY = `insert into event_log (seq, id, aggregate_type, aggregate_id, version, subject, event, published_at, stream_seq, link, hash)
  overriding system value select`;

describe('a chain that is computed anew', () => {
  it('is whole, and says in what it ends', async () => {
    const [last]: { hash: Buffer }[] = await schema.db.source.query('select hash from event_log where link = $1', [
      ENTRIES,
    ]);
    const head = { link: ENTRIES, hash: last!.hash };
    expect(whole).toEqual({ entries: ENTRIES, head, waiting: 0, fault: null });
    expect(await verified([head])).toEqual(whole);
  });

  it('does not depend on the time zone of who computes it', async () => {
    await schema.db.source.transaction(async (manager) => {
      await manager.query(`set local timezone = 'Asia/Shanghai'`);
      expect(await verify(manager, [])).toEqual(whole);
    });
  });

  it('is read page by page', async () => {
    await say(2_100);
    await forge('update event_log set link = null, hash = null, published_at = null, stream_seq = null');
    await linkAll(schema.db.source);
    expect(await verified()).toMatchObject({ entries: ENTRIES + 2_100, fault: null });
    await forge('delete from event_log where link = 2000');
    expect((await verified()).fault).toMatch(/^entry 2000 was taken out; the next is 2001, /);
  });

  it.each([
    ['a byte of what was said', `event = jsonb_set(event, '{data,number}', '"20200214-0002"')`],
    ['who', `actor = 'analyst-2'`],
    ['as what', `actor_roles = '{ANALYST}'`],
    ['from where', `origin = '192.0.2.8'`],
    ['that nobody did it', 'actor = null, actor_roles = null, origin = null'],
    ['when, by a microsecond', `created_at = created_at + interval '1 microsecond'`],
    ['of what', `aggregate_id = aggregate_id || ' '`],
    ['its kind', `aggregate_type = 'task'`],
    ['its version', 'version = 99'],
    ['its subject', `subject = 'county.x'`],
    ['its event id', `id = gen_random_uuid()`],
    ['its own hash', `hash = sha256('x')`],
  ])('shows the entry in which %s was altered', async (_, set) => {
    await forge(`update event_log set ${set} where link = 5`);
    expect((await verified()).fault).toMatch(/^entry 5, seq 5 \(event [-0-9a-f]{36}\), was altered$/);
  });

  it('shows an entry that was taken out, also the first', async () => {
    await forge('delete from event_log where link = 7');
    expect((await verified()).fault).toMatch(/^entry 7 was taken out; the next is 8, seq 8 /);
    await forge('delete from event_log where link = 1');
    expect((await verified()).fault).toMatch(/^entry 1 was taken out; the next is 2, seq 2 /);
  });

  it('shows an entry that was put in: with a link of its own the next does not fit', async () => {
    await forge('update event_log set link = link + 100 where link > 6');
    await forge(
      `${COPY} 99, gen_random_uuid(), aggregate_type, aggregate_id, 99, subject, event, now(), 99, 7, hash from event_log where link = 6`,
    );
    expect((await verified()).fault).toMatch(/^entry 7, seq 99 .* was altered$/);
  });

  it('shows an entry that was put in with a link that another has, in another part of the table', async () => {
    await forge(
      `${COPY} 1000001, gen_random_uuid(), aggregate_type, aggregate_id, 99, subject, event, now(), 99, 6, hash from event_log where link = 6`,
    );
    expect((await verified()).fault).toMatch(/^entry 6 is there twice: seq 1000001 /);
  });

  it('shows two entries that changed places', async () => {
    await forge('update event_log set link = link + 100 where link in (4, 5)');
    await forge('update event_log set link = 5 where link = 104');
    await forge('update event_log set link = 4 where link = 105');
    expect((await verified()).fault).toMatch(/^entry 4, seq 5 .* was altered$/);
  });

  it('shows that its end was taken off, where its end was told', async () => {
    await forge('delete from event_log where link > 10');
    expect(await verified()).toMatchObject({ entries: 10, fault: null });
    expect((await verified([whole.head])).fault).toBe(
      "entries 11 to 12 were taken out: intake's account of 2020-02-14 knows of entry 12",
    );
  });

  it('shows that it was made anew in whole, where its end was told', async () => {
    await forge(`update event_log set origin = '192.0.2.8' where link = 3`);
    await forge('update event_log set link = null, hash = null');
    await linkAll(schema.db.source);
    const anew = await verified();
    expect(anew).toMatchObject({ entries: ENTRIES, fault: null });
    expect((await verified([whole.head])).fault).toBe(
      `the chain up to entry 12 was made anew: it ends in ${anew.head.hash.toString('hex')}, and intake's account of 2020-02-14 says ${whole.head.hash.toString('hex')}`,
    );
  });
});
