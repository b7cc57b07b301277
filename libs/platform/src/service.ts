import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { EventConsumer } from '@qifutong/messaging/consumer';
import type { Handler } from '@qifutong/messaging/handler';
import { publisher } from '@qifutong/messaging/publish';
import { Relay } from '@qifutong/messaging/relay';
import type { Database } from '@qifutong/persistence/database';
import type { Logger } from 'pino';
import type { ServiceConfig } from './config.ts';
import { watchEvents } from './event-figures.ts';
import type { Replacements, ServiceDefinition } from './definition.ts';
import { hearingOf } from './hearing.ts';
import { foundation, orClose, type Foundation } from './foundation.ts';
import { subgraph } from './graphql-module.ts';
import { registerHttp } from './http-routes.ts';
import { stopAll, type Part } from './lifecycle.ts';
import { nestLogger } from './nest-logger.ts';
import { registerOps, registerTrace } from './ops.ts';
import { rootModule } from './root-module.ts';
import { Scheduler } from './schedule.ts';

/** of what the gateway asks: 500 inspections with signatures are large */
const LARGEST_BODY_BYTES = 4_194_304;

export interface Service {
  readonly app: NestFastifyApplication;
  readonly db: Database;
  readonly log: Logger;
  readonly consumers: readonly EventConsumer[];
  readonly relay: Relay;
  /** begins to listen, to relay, to hear and to run its jobs */
  start(port: number): Promise<void>;
  /** stops taking work, finishes what is in hand, hands back what is not */
  stop(): Promise<void>;
}

interface Running {
  readonly relay: Relay;
  readonly consumers: readonly EventConsumer[];
  readonly scheduler: Scheduler;
}

async function createApp(base: Foundation): Promise<NestFastifyApplication> {
  const { definition, config, db, log, metrics, verifier } = base;
  const graph = subgraph({ sdl: definition.sdl, gatewayToken: config.GATEWAY_TOKEN, verifier, metrics, log });
  const adapter = new FastifyAdapter({ forceCloseConnections: 'idle', bodyLimit: LARGEST_BODY_BYTES });
  const root = rootModule({ config, log, db, imports: [graph, definition.module] });
  const app = await NestFactory.create<NestFastifyApplication>(root, adapter, {
    logger: nestLogger(log),
    abortOnError: false,
  });
  const server = app.getHttpAdapter().getInstance();
  registerTrace(server);
  registerOps(server, base.readiness, metrics);
  if (definition.http)
    await registerHttp(server, definition.http, { app, gatewayToken: config.GATEWAY_TOKEN, verifier, log });
  await app.init();
  return app;
}

function createConsumers(base: Foundation, app: NestFastifyApplication): EventConsumer[] {
  const { definition, connection, db, log, replacements } = base;
  return Object.entries(definition.hears).map(([source, types]) => {
    const handlers = types.map((type) => app.get<Handler>(type));
    const dispose = replacements.dispose ? { dispose: replacements.dispose } : {};
    return new EventConsumer({ consumer: definition.name, source, connection, db, handlers, log, ...dispose });
  });
}

function createRelay({ definition, config, connection, replacements, log }: Foundation): Relay {
  const publish = publisher(connection);
  return new Relay({
    service: definition.name,
    databaseUrl: config.DATABASE_URL,
    connection,
    publish: replacements.publish?.(publish) ?? publish,
    limits: { maxBytes: config.NATS_STREAM_MAX_BYTES, replicas: config.NATS_STREAM_REPLICAS },
    log,
    ...(replacements.schema ? { pgOptions: `-c search_path=${replacements.schema}` } : {}),
  });
}

function partsOf(base: Foundation, app: NestFastifyApplication, running: Running): Part[] {
  const { db, connection } = base;
  const { relay, consumers, scheduler } = running;
  return [
    { name: 'database', stop: () => db.source.destroy() },
    { name: 'nats', stop: () => connection.drain().catch(() => connection.close()) },
    { name: 'relay', start: () => relay.start(), stop: () => relay.stop() },
    ...consumers.map((one) => ({
      name: `consumer of ${one.options.source}`,
      start: () => one.start(),
      stop: () => one.stop(),
    })),
    { name: 'jobs', start: () => scheduler.start(), stop: () => scheduler.stop() },
    { name: 'http', stop: () => app.close() },
  ];
}

/**
 * Builds one service: database, bus, subgraph, relay, consumers, jobs.
 * @throws when its database or its bus cannot be reached, or migrations are missing
 */
export async function createService(
  definition: ServiceDefinition,
  config: ServiceConfig,
  replacements: Replacements = {},
): Promise<Service> {
  const base = await foundation(definition, config, replacements);
  const { log, db, metrics, connection, readiness } = base;
  const app = await orClose(base, createApp(base));
  const consumers = createConsumers(base, app);
  const hearing = hearingOf(connection, consumers);
  const scheduler = new Scheduler(definition.schedule?.((type) => app.get(type), hearing) ?? [], log);
  const running: Running = { relay: createRelay(base), consumers, scheduler };
  db.wakeRelay = () => running.relay.wake();
  watchEvents({ metrics, db, connection, ...running });
  definition.figures?.(metrics, db);
  const parts = partsOf(base, app, running);
  const start = async (port: number) => {
    for (const part of parts) await part.start?.();
    await app.listen(port, config.HOST);
    log.info({ port }, 'ready');
  };
  const stop = () => {
    readiness.draining = true;
    return stopAll(parts, config.SHUTDOWN_GRACE_MS, log);
  };
  return { app, db, log, ...running, start, stop };
}
