import { serviceDataSource } from '@qifutong/persistence/data-source';
import { Database } from '@qifutong/persistence/database';
import { ConfigError, type ServiceConfig } from './config.ts';
import { untilToldToStop } from './lifecycle.ts';
import { createLog } from './logging.ts';
import { migrate } from './migrate.ts';
import type { ServiceDefinition } from './definition.ts';
import { createService } from './service.ts';

function read<C extends ServiceConfig>(definition: ServiceDefinition, config: () => C): C {
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

/** A program for operators: runs once on the service's database and says what it found. */
export async function runOnce<C extends ServiceConfig>(
  definition: ServiceDefinition,
  config: () => C,
  work: (db: Database, config: C) => Promise<object>,
): Promise<void> {
  const settings = read(definition, config);
  const { name, tables, migrations } = definition;
  const url = settings.DATABASE_URL;
  try {
    const source = serviceDataSource({ url, tables, migrations, poolSize: 4, applicationName: `${name}-once` });
    await source.initialize();
    const found = await work(new Database(source), settings).finally(() => source.destroy());
    createLog(name, settings.LOG_LEVEL).info(found, 'done');
  } catch (cause) {
    failed(definition, settings.LOG_LEVEL, cause);
  }
}
