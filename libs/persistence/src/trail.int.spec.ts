import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { freshSchema, type TestSchema } from '@qifutong/testkit/schema';
import { v7 as uuidv7 } from 'uuid';
import { linkAll } from '../test/linked.ts';
import { counted, stored } from '../test/tally.ts';
import { append } from './append.ts';
import { calledBy, runForCaller } from './caller.ts';

let schema: TestSchema;

beforeEach(async () => {
  schema = await freshSchema(stored);
});
afterEach(() => schema.drop());

function query<T>(sql: string): Promise<T[]> {
  return schema.db.source.query(sql);
}

function say(): Promise<number> {
  return schema.db.transaction((tx) => append(tx, [counted(uuidv7(), 1)], 0, new Date()));
}

describe('an entry of the event log', () => {
  it('says who, as what and from where, and its event does not', async () => {
    await runForCaller(() => {
      calledBy({ origin: '2001:db8::7', sub: 'analyst-1', roles: ['ANALYST', 'COMMANDER'] });
      return say();
    });
    await say();
    expect(await query('select actor, actor_roles, origin from event_log order by seq')).toEqual([
      { actor: 'analyst-1', actor_roles: ['ANALYST', 'COMMANDER'], origin: '2001:db8::7' },
      { actor: null, actor_roles: null, origin: null },
    ]);
    const [told] = await query<{ text: string }>('select string_agg(event::text, $$ $$) as text from event_log');
    expect(told!.text).not.toMatch(/analyst-1|2001:db8/);
  });
});

describe('what was entered stays', () => {
  const refused = /what was entered stays: \w+ of event_log/;

  it.each([
    'delete from event_log',
    'truncate event_log',
    'truncate event_log_0',
    'delete from event_log_0',
    `update event_log set event = event || '{"data": {}}'`,
    `update event_log_0 set event = '{}'`,
    `update event_log set actor = 'analyst-2'`,
    `update event_log set actor_roles = '{}'`,
    `update event_log set origin = null`,
    `update event_log set created_at = now()`,
    `update event_log set id = gen_random_uuid()`,
    `update event_log set aggregate_type = 'x'`,
    `update event_log set aggregate_id = 'x'`,
    'update event_log set version = version + 1',
    `update event_log set subject = 'x'`,
    'update event_log set seq = default',
    'update event_log set link = null, hash = null',
    'update event_log set link = link + 100',
    `update event_log set hash = sha256('')`,
    'update event_log_0 set link = null, hash = null',
  ])('%s', async (sql) => {
    await say();
    await linkAll(schema.db.source);
    await expect(query(sql)).rejects.toThrow(refused);
  });

  it('also in a part of the table that is made later', async () => {
    await query('alter table event_log alter column seq restart with 2999999');
    await say();
    await query('select event_log_extend()');
    await say();
    const [last] = await query<{ part: string }>(
      'select tableoid::regclass::text as part from event_log order by seq desc limit 1',
    );
    expect(last!.part).toMatch(/event_log_3$/);
    for (const sql of ['truncate event_log_3', 'delete from event_log_3', `update event_log_3 set event = '{}'`])
      await expect(query(sql)).rejects.toThrow('what was entered stays');
  });

  it('while the relay sets its marks anew as often as it must', async () => {
    await say();
    await linkAll(schema.db.source);
    await query('update event_log set published_at = null, stream_seq = null');
    await query('update event_log set published_at = now(), stream_seq = 9, link = coalesce(link, 9)');
    expect(await query('select link, stream_seq from event_log')).toEqual([{ link: '1', stream_seq: '9' }]);
  });

  it('with a link and its hash, or neither', async () => {
    await say();
    await expect(query('update event_log set link = 1')).rejects.toThrow('event_log_linked_by_hash');
    await expect(query(`update event_log set link = 1, hash = '\\x00'`)).rejects.toThrow('event_log_hash_check');
  });
});
