import { randomBytes } from 'node:crypto';
import { Database, databaseClock, type Clock } from '@qifutong/persistence/database';
import { serviceDataSource } from '@qifutong/persistence/data-source';
import { migrate } from '@qifutong/platform/migrate';
import type { ServiceDefinition } from '@qifutong/platform/definition';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import { environment } from './environment.ts';

type Stored = Pick<ServiceDefinition, 'name' | 'tables' | 'migrations'>;

export interface TestSchema {
  readonly url: string;
  readonly schema: string;
  readonly db: Database;
  /** closes the connections and drops the schema */
  drop(): Promise<void>;
}

async function superuser(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: environment.databaseUrl });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

/** A schema of its own on the test run's Postgres, with the service's migrations applied. */
export async function freshSchema(stored: Stored, clock: Clock = databaseClock): Promise<TestSchema> {
  const schema = `${stored.name}_${randomBytes(6).toString('hex')}`;
  await superuser(`create schema ${schema}`);
  await migrate(stored as ServiceDefinition, environment.databaseUrl, schema);
  const source = serviceDataSource({
    url: environment.databaseUrl,
    tables: stored.tables,
    migrations: stored.migrations,
    applicationName: schema,
    schema,
    loneWrites: true,
    // a test fills its tables at once, on however busy a machine
    patient: true,
  });
  await source.initialize();
  return {
    url: environment.databaseUrl,
    schema,
    db: new Database(source, clock),
    drop: async () => {
      await source.destroy();
      await superuser(`drop schema ${schema} cascade`);
    },
  };
}

/** Does what no trigger lets anybody do, such as emptying the event log: only a superuser who turns them off can. */
export async function behindTheTriggers(source: DataSource, sql: string, parameters: unknown[] = []): Promise<void> {
  await source.transaction(async (manager) => {
    await manager.query('set local session_replication_role = replica');
    await manager.query(sql, parameters);
  });
}

/** Lets no entry come into the event log while `work` is done. */
export async function whileNothingIsEntered<T>(source: DataSource, work: () => Promise<T>): Promise<T> {
  await source.query(`create or replace function nothing_entered() returns trigger language plpgsql as $$
    begin raise exception 'nothing is entered'; end $$`);
  await source.query(
    'create trigger nothing_entered before insert on event_log for each row execute function nothing_entered()',
  );
  try {
    return await work();
  } finally {
    await source.transaction(async (manager) => {
      // the parent before its partitions, as who reads does: dropping alone begins with the partitions
      await manager.query('lock table event_log in access exclusive mode');
      await manager.query('drop trigger nothing_entered on event_log');
    });
  }
}
