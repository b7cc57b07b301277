import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { fixedClock } from '@qifutong/testkit/clock';
import { freshSchema, type TestSchema } from '@qifutong/testkit/schema';
import { EntitySchema } from 'typeorm';
import { Database } from './database.ts';
import { msUntilFirst } from './ms-until-first.ts';

interface Waiting {
  readonly id: number;
  readonly wakeAt: Date | null;
}

const WaitingTable = new EntitySchema<Waiting>({
  name: 'waiting',
  columns: { id: { type: 'int', primary: true }, wakeAt: { type: 'timestamptz', precision: 3, nullable: true } },
});
const NOW = new Date('2020-02-14T08:00:00.000Z');

let schema: TestSchema;
let db: Database;
beforeAll(async () => {
  schema = await freshSchema({ name: 'waiting', tables: [WaitingTable], migrations: [] });
  await schema.db.source.query(`create table waiting (id int primary key, wake_at timestamptz(3))`);
  db = new Database(schema.db.source, fixedClock(NOW));
});
beforeEach(() => schema.db.source.query('truncate waiting'));
afterAll(() => schema.drop());

const wakeAt = (...ms: (number | null)[]) =>
  schema.db.source.query(`insert into waiting select row_number() over (), at from unnest($1::timestamptz[]) as at`, [
    ms.map((each) => (each === null ? null : new Date(NOW.getTime() + each))),
  ]);

describe('the time until the first of a table is due', () => {
  it.each([
    ['there is none', [], null],
    ['none waits', [null], null],
    ['it is due in a millisecond', [null, 5_000, 1], 1],
    ['it is due now', [0, 1], 0],
    ['it was due', [1, -3_600_000], -3_600_000],
  ])('%s', async (_, instants, ms) => {
    await wakeAt(...instants);
    expect(await msUntilFirst(db, WaitingTable, 'wakeAt')).toBe(ms);
  });
});
