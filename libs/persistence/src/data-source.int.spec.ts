import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freshSchema, type TestSchema } from '@qifutong/testkit/schema';
import type { DataSource } from 'typeorm';
import { serviceDataSource } from './data-source.ts';
import { stored } from '../test/tally.ts';

let schema: TestSchema;
let served: DataSource;

beforeAll(async () => {
  schema = await freshSchema(stored);
  served = serviceDataSource({
    url: schema.url,
    tables: [],
    migrations: [],
    poolSize: 2,
    applicationName: 'as-served',
  });
  await served.initialize();
});
afterAll(async () => {
  await served.destroy();
  await schema.drop();
});

async function setting(name: string): Promise<string> {
  const rows: { value: string }[] = await served.query('select current_setting($1) as value', [name]);
  return rows[0]!.value;
}

describe('the data source of a service', () => {
  it.each([
    ['statement_timeout', '30s'],
    ['lock_timeout', '10s'],
    ['idle_in_transaction_session_timeout', '30s'],
    ['TimeZone', 'UTC'],
  ])('limits %s to %s', async (name, value) => {
    expect(await setting(name)).toBe(value);
  });

  it('names itself to the database', async () => {
    expect(await setting('application_name')).toBe('as-served');
  });

  it('opens no more connections than it may, and lets the others wait', async () => {
    const asked = await Promise.all(Array.from({ length: 10 }, () => served.query('select pg_backend_pid() as pid')));
    const pids = new Set(asked.flat().map(({ pid }: { pid: number }) => pid));
    expect(pids.size).toBeLessThanOrEqual(2);
  });

  it('gives up on a database that does not answer', async () => {
    const source = serviceDataSource({
      url: 'postgres://nobody:none@127.0.0.1:1/none',
      tables: [],
      migrations: [],
      applicationName: 'spec',
    });
    await expect(source.initialize()).rejects.toThrow('ECONNREFUSED');
  });

  it('maps firmCreditCode to firm_credit_code', () => {
    const columns = schema.db.source.getMetadata('tally').columns.map(({ databaseName }) => databaseName);
    expect(columns).toEqual(['id', 'version', 'group_id', 'count', 'note', 'counted_at']);
  });

  it('lacks no migration when they were applied', async () => {
    expect(await schema.db.source.showMigrations()).toBe(false);
  });
});

describe("the database's clock", () => {
  it('counts milliseconds, and goes on within a transaction', async () => {
    const [first, second] = await schema.db.transaction(async (tx) => {
      const begun = await tx.now();
      await tx.manager.query('select pg_sleep(0.005)');
      return [begun, await tx.now()] as const;
    });
    expect(second.getTime() - first.getTime()).toBeGreaterThanOrEqual(5);
  });
});
