import { ConfigError, type ServiceConfig } from './config.ts';
import { untilToldToStop } from './lifecycle.ts';
import { createLog } from './logging.ts';
import { migrate } from './migrate.ts';
import type { ServiceDefinition } from './definition.ts';
import { createService } from './service.ts';

function read(definition: ServiceDefinition, config: () => ServiceConfig): ServiceConfig {
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
