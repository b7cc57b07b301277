import type { NatsConnection } from '@nats-io/transport-node';
import { connectNats } from '@qifutong/messaging/connection';
import { Database, databaseClock } from '@qifutong/persistence/database';
import { serviceDataSource } from '@qifutong/persistence/data-source';
import { enterChanges } from '@qifutong/persistence/enter';
import type { Logger } from 'pino';
import type { Counter } from 'prom-client';
import type { ServiceConfig } from './config.ts';
import { TokenVerifier } from './identity.ts';
import { createLog } from './logging.ts';
import { Metrics } from './metrics.ts';
import { Readiness } from './readiness.ts';
import type { Replacements, ServiceDefinition } from './definition.ts';

/** What a service stands on, before Nest. */
export interface Foundation {
  readonly definition: ServiceDefinition;
  readonly config: ServiceConfig;
  readonly replacements: Replacements;
  readonly log: Logger;
  readonly db: Database;
  readonly connection: NatsConnection;
  readonly metrics: Metrics;
  readonly readiness: Readiness;
  readonly verifier: TokenVerifier;
}

async function openDatabase(
  definition: ServiceDefinition,
  config: ServiceConfig,
  replacements: Replacements,
  statements: Counter,
): Promise<Database> {
  const source = serviceDataSource({
    url: config.DATABASE_URL,
    tables: definition.tables,
    migrations: definition.migrations,
    poolSize: config.DATABASE_POOL_SIZE,
    applicationName: definition.name,
    onStatement: () => statements.inc(),
    ...(replacements.schema ? { schema: replacements.schema } : {}),
  });
  await source.initialize();
  if (await source.showMigrations()) {
    await source.destroy();
    throw new TypeError(`the database of ${definition.name} lacks migrations: run its migrate.js first`);
  }
  const db = new Database(source, replacements.clock ?? databaseClock);
  enterChanges(db, definition.entries);
  return db;
}

/** @throws when the database or the bus cannot be reached, or migrations are missing */
export async function foundation(
  definition: ServiceDefinition,
  config: ServiceConfig,
  replacements: Replacements,
): Promise<Foundation> {
  const log = replacements.log ?? createLog(definition.name, config.LOG_LEVEL);
  const metrics = new Metrics(definition.name);
  const statements = metrics.counter(
    'qft_sql_statements_total',
    "SQL statements sent, but for the relay's and those of suggestions",
  );
  const db = await openDatabase(definition, config, replacements, statements);
  const connection = await connectNats(config.NATS_URL, definition.name).catch(async (cause: unknown) => {
    await db.source.destroy();
    throw cause;
  });
  const verifier = new TokenVerifier({ issuer: config.OIDC_ISSUER, audience: config.OIDC_AUDIENCE });
  const readiness = new Readiness();
  readiness.watch('database', () => db.source.query('select 1'));
  readiness.watch('nats', () => connection.flush());
  readiness.watch('issuer', () => verifier.ready());
  return { definition, config, replacements, log, db, connection, metrics, readiness, verifier };
}

/** Gives back what was opened when the rest cannot be built. */
export async function orClose<T>({ db, connection }: Foundation, built: Promise<T>): Promise<T> {
  return built.catch(async (cause: unknown) => {
    await Promise.allSettled([db.source.destroy(), connection.close()]);
    throw cause;
  });
}
