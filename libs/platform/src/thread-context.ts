import { NestFactory } from '@nestjs/core';
import type { INestApplicationContext } from '@nestjs/common';
import { serviceDataSource } from '@qifutong/persistence/data-source';
import { Database } from '@qifutong/persistence/database';
import { enterChanges } from '@qifutong/persistence/enter';
import type { Logger } from 'pino';
import type { ServiceConfig } from './config.ts';
import type { ServiceDefinition } from './definition.ts';
import { createLog } from './logging.ts';
import { nestLogger } from './nest-logger.ts';
import { rootModule } from './root-module.ts';

export interface ThreadContext {
  readonly app: INestApplicationContext;
  readonly log: Logger;
  readonly stop: () => Promise<void>;
}

/**
 * A service's providers for a thread of its own, on two connections of its own: without graph, bus and jobs.
 * @param name of what the thread does; logs and connections carry it
 * @throws when the database cannot be reached
 */
export async function threadContext(
  definition: ServiceDefinition,
  config: ServiceConfig,
  name: string,
): Promise<ThreadContext> {
  const source = serviceDataSource({
    url: config.DATABASE_URL,
    tables: definition.tables,
    migrations: definition.migrations,
    poolSize: 2,
    applicationName: `${definition.name}-${name}`,
  });
  await source.initialize();
  const log = createLog(definition.name, config.LOG_LEVEL).child({ thread: name });
  const db = new Database(source);
  enterChanges(db, definition.entries);
  const root = rootModule({ config, log, db, imports: [definition.module] });
  const app = await NestFactory.createApplicationContext(root, { logger: nestLogger(log), abortOnError: false });
  const stop = async () => {
    await app.close();
    await source.destroy();
  };
  return { app, log, stop };
}
