import { serviceDataSource } from '@qifutong/persistence/data-source';
import type { ServiceDefinition } from './definition.ts';

// one number for all migrators: two that start together take turns
const MIGRATION_LOCK = 826_330_226;

/**
 * Brings a service's database up to date; does nothing when it is.
 * @returns the names of the migrations that were run
 */
export async function migrate(definition: ServiceDefinition, databaseUrl: string, schema?: string): Promise<string[]> {
  const source = serviceDataSource({
    url: databaseUrl,
    tables: definition.tables,
    migrations: definition.migrations,
    poolSize: 2,
    patient: true,
    loneWrites: true,
    applicationName: `${definition.name}-migrate`,
    ...(schema ? { schema } : {}),
  });
  await source.initialize();
  const lock = source.createQueryRunner();
  try {
    await lock.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const run = await source.runMigrations({ transaction: 'each' });
    return run.map((migration) => migration.name);
  } finally {
    await lock.release();
    await source.destroy();
  }
}
