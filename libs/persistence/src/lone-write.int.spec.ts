import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freshSchema, type TestSchema } from '@qifutong/testkit/schema';
import { v7 as uuidv7 } from 'uuid';
import { aTally, stored, TallyTable } from '../test/tally.ts';
import { serviceDataSource } from './data-source.ts';
import { Database } from './database.ts';
import { LoneWrite, refuseLoneWrite } from './lone-write.ts';
import { drawNumber } from './number-series.ts';

let schema: TestSchema;
let db: Database;
beforeAll(async () => {
  schema = await freshSchema(stored);
  const { url, schema: name } = schema;
  db = new Database(serviceDataSource({ url, ...stored, applicationName: 'lone-write-spec', schema: name }));
  await db.source.initialize();
});
afterAll(async () => {
  await db?.source.destroy();
  await schema.drop();
});

describe('what is written outside of a transaction could have no entry, and', () => {
  const row = () => aTally({ id: uuidv7() });

  it.each<[string, () => Promise<unknown>]>([
    ['insert', () => db.source.manager.insert(TallyTable, row())],
    ['upsert', () => db.source.manager.upsert(TallyTable, row(), ['id'])],
    ['update', () => db.source.manager.update(TallyTable, { id: uuidv7() }, { count: 1 })],
    ['delete', () => db.source.manager.delete(TallyTable, { id: uuidv7() })],
    ['builder', () => db.source.createQueryBuilder().insert().into(TallyTable).values(row()).execute()],
    ['query', () => db.source.query('update tally t set count = 1')],
  ])('is refused: %s', async (_what, write) => {
    await expect(write()).rejects.toBeInstanceOf(LoneWrite);
    await db.transaction(async ({ manager }) => manager.insert(TallyTable, row()));
    expect(await db.source.manager.countBy(TallyTable, { count: 1 })).toBe(0);
  });

  it('is let pass where it is a running number that is drawn ahead', async () => {
    expect(await drawNumber(db.source.manager, 'tally', '2020-02-14')).toBe(1);
  });
});

describe('a statement', () => {
  it.each([
    'insert into tally values (1)',
    'INSERT INTO "s"."tally"("id") VALUES ($1)',
    'with gone as (delete from tally returning id) select id from gone',
    'update tally set count = 1',
    'update "s"."tally" as t\n set count = 1',
    'update only tally set count = 1',
    'merge into tally using other on true',
    'truncate tally',
  ])('writes: %s', (sql) => {
    expect(() => refuseLoneWrite(sql)).toThrow(LoneWrite);
  });

  it.each([
    'select updated_at, deleted from tally order by inserted',
    'select from tally for update skip locked',
    'select from tally for no key update of tally',
    "select pg_notify('event_log', '')",
    'insert into number_series as s values (1)',
  ])('does not: %s', (sql) => {
    expect(() => refuseLoneWrite(sql)).not.toThrow();
  });
});
