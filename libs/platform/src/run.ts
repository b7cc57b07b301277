import { runJob } from '@qifutong/persistence/caller';
import { Database } from '@qifutong/persistence/database';
import { serviceDataSource } from '@qifutong/persistence/data-source';
import { enterChanges } from '@qifutong/persistence/enter';
import type { Logger } from 'pino';
import { ConfigError, type DatabaseConfig, type ServiceConfig } from './config.ts';
import { untilToldToStop } from './lifecycle.ts';
import { createLog } from './logging.ts';
import { migrate } from './migrate.ts';
import type { ServiceDefinition } from './definition.ts';
import { createService } from './service.ts';

function read<C extends DatabaseConfig>(definition: ServiceDefinition, config: () => C): C {
  try {
    return config();
  } catch (cause) {
    if (!(cause instanceof ConfigError)) throw cause;
    process.stderr.write(`${definition.name}: ${cause.message}\n`);
    process.exit(78);
  }
}

function failed(definition: ServiceDefinition, level: string, cause: unknown): never {
  createLog(definition.name, level).fatal({ err: cause }, 'cannot start');
  process.exit(1);
}

/** The main program of a service: runs until it is told to stop. Exit 78 when its configuration is faulty. */
export async function run(
  definition: ServiceDefinition,
  config: () => ServiceConfig,
  portOffset: number,
): Promise<void> {
  const settings = read(definition, config);
  try {
    const service = await createService(definition, settings);
    untilToldToStop(() => service.stop(), service.log);
    await service.start(settings.PORT_BASE + portOffset);
  } catch (cause) {
    failed(definition, settings.LOG_LEVEL, cause);
  }
}

/** The program that brings a service's database up to date. */
export async function runMigrations(definition: ServiceDefinition, config: () => ServiceConfig): Promise<void> {
  const settings = read(definition, config);
  try {
    const run = await migrate(definition, settings.DATABASE_URL);
    createLog(definition.name, settings.LOG_LEVEL).info({ run }, 'database up to date');
  } catch (cause) {
    failed(definition, settings.LOG_LEVEL, cause);
  }
}

/**
 * A program that does one thing to a service's database and ends: exit 0 when it says that all is well, 1 when not.
 * @param name what the trail calls it
 * @param work given a database of few connections, without the usual time limits
 */
export async function runOnce<C extends DatabaseConfig>(
  definition: ServiceDefinition,
  config: () => C,
  name: string,
  work: (db: Database, settings: C, log: Logger) => Promise<boolean>,
): Promise<void> {
  const settings = read(definition, config);
  const source = serviceDataSource({
    url: settings.DATABASE_URL,
    tables: definition.tables,
    migrations: definition.migrations,
    poolSize: 2,
    patient: true,
    applicationName: `${definition.name}-once`,
  });
  try {
    await source.initialize();
    const db = new Database(source);
    enterChanges(db, definition.entries);
    const well = await runJob(name, () => work(db, settings, createLog(definition.name, settings.LOG_LEVEL)));
    process.exitCode = well ? 0 : 1;
  } catch (cause) {
    failed(definition, settings.LOG_LEVEL, cause);
  } finally {
    if (source.isInitialized) await source.destroy();
  }
}
