import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { freshSchema, type TestSchema } from '@qifutong/testkit/schema';
import { v7 as uuidv7 } from 'uuid';
import { counted, stored } from '../test/tally.ts';
import { append } from './append.ts';

let schema: TestSchema;

beforeEach(async () => {
  schema = await freshSchema(stored);
});
afterEach(() => schema.drop());

function query<T>(sql: string, parameters: unknown[] = []): Promise<T[]> {
  return schema.db.source.query(sql, parameters);
}

async function partitions(): Promise<string[]> {
  const rows = await query<{ name: string }>(
    `select c.relname as name from pg_inherits i join pg_class c on c.oid = i.inhrelid where i.inhparent = 'event_log'::regclass order by 1`,
  );
  return rows.map(({ name }) => name);
}

async function say(count: number): Promise<void> {
  const id = uuidv7();
  const events = Array.from({ length: count }, (_, i) => counted(id, i + 1));
  await schema.db.transaction((tx) => append(tx, events, 0, new Date()));
}

describe('the event log', () => {
  it('has its first three million rows prepared', async () => {
    expect(await partitions()).toEqual(['event_log_0', 'event_log_1', 'event_log_2']);
  });

  it('is extended ahead of what is written, and again without harm', async () => {
    await query('alter table event_log alter column seq restart with 1999999');
    await say(3);
    await query('select event_log_extend()');
    await query('select event_log_extend()');
    expect(await partitions()).toEqual(['event_log_0', 'event_log_1', 'event_log_2', 'event_log_3', 'event_log_4']);
  });

  it('can be extended by all instances at the same time', async () => {
    await query('alter table event_log alter column seq restart with 1000000');
    await say(1);
    await Promise.all(Array.from({ length: 10 }, () => query('select event_log_extend()')));
    expect(await partitions()).toEqual(['event_log_0', 'event_log_1', 'event_log_2', 'event_log_3']);
  });

  it('guards versions and ids in every partition that it makes', async () => {
    await query('select event_log_extend()');
    const rows = await query<{ guards: string }>(
      `select string_agg(pg_get_indexdef(x.indexrelid), ' | ' order by x.indexrelid) as guards from pg_inherits i
       join pg_index x on x.indrelid = i.inhrelid where i.inhparent = 'event_log'::regclass and x.indisunique and not x.indisprimary group by i.inhrelid`,
    );
    const columns = rows.map(({ guards }) => [...guards.matchAll(/\(([^)]*)\)/g)].map(([, names]) => names));
    expect(columns).toEqual(Array.from({ length: 3 }, () => ['aggregate_type, aggregate_id, version', 'id', 'link']));
  });

  it('refuses a mark that says published but not where', async () => {
    await say(1);
    await expect(query('update event_log set published_at = now()')).rejects.toThrow('event_log_check');
  });

  it('finds what is not yet published by an index, however much is', async () => {
    await query(
      `insert into event_log (id, aggregate_type, aggregate_id, version, subject, event, published_at, stream_seq)
       select gen_random_uuid(), 'issue', gen_random_uuid()::text, 1, 's', '{}', now(), n from generate_series(1, 20000) n`,
    );
    await say(5);
    await query('analyze event_log');
    const plan = await query<{ 'QUERY PLAN': string }>(
      'explain select seq, id, subject, event from event_log where published_at is null order by event_log.seq limit 200',
    );
    const lines = plan.map((row) => row['QUERY PLAN']).join('\n');
    expect(lines).toMatch(/Index Scan using event_log_0_seq_idx/);
    expect(lines).not.toMatch(/Seq Scan on event_log_0/);
  });
});

describe('the set-aside events', () => {
  const letter = `insert into dead_letter (consumer, event_id, aggregate_type, aggregate_id, version, event, reason, error, ended_at, ended_as)
    values ('c', gen_random_uuid(), 'issue', '1', 1, '{}', $1, 'e', $2, $3)`;

  it.each([
    ['a reason that nobody knows', ['BAD_LUCK', null, null], 'dead_letter_reason_check'],
    ['an end without a kind', ['PERMANENT', new Date(), null], 'dead_letter_check'],
    ['a kind without an end', ['PERMANENT', null, 'HANDLED'], 'dead_letter_check'],
    ['an end that nobody knows', ['PERMANENT', new Date(), 'FORGOTTEN'], 'dead_letter_ended_as_check'],
  ])('refuse %s', async (_title, values, constraint) => {
    await expect(query(letter, values)).rejects.toThrow(constraint);
  });
});
