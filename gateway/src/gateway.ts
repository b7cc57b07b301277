import { ApolloServer } from '@apollo/server';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { TokenVerifier } from '@qifutong/platform/identity';
import { stopAll, type Part } from '@qifutong/platform/lifecycle';
import { createLog } from '@qifutong/platform/logging';
import { Metrics } from '@qifutong/platform/metrics';
import { nestLogger } from '@qifutong/platform/nest-logger';
import { registerOps, registerTrace } from '@qifutong/platform/ops';
import { registerOrigin } from './origin.ts';
import { Readiness } from '@qifutong/platform/readiness';
import type { Logger } from 'pino';
import { appModule } from './app.module.ts';
import type { GatewayConfig } from './config.ts';
import type { GatewayContext } from './context.ts';
import { registerEvidence } from './evidence.ts';
import { stockGraph, type LoadGraph } from './executor.ts';
import { registerGraphiql } from './graphiql.ts';
import { Boards } from './boards/boards.ts';
import { Misses } from './boards/misses.ts';
import { registerBoards } from './boards/routes.ts';
import { LARGEST_BODY_OF_ANYBODY_BYTES, registerGraphql } from './http.ts';
import { LiveQueries } from './live/live-queries.ts';
import { registerLive } from './live/route.ts';
import { createOpsServer, hideMetrics } from './ops-server.ts';
import { registerSecurityHeaders } from './security-headers.ts';
import { Services } from './services.ts';
import { SupergraphFile } from './supergraph-file.ts';
import { Supergraph } from './supergraph.ts';
import { endUnusedConnections } from './unused-connections.ts';

/** What a test, or another executor, puts in the place of the stock one. */
export interface Replacements {
  readonly log?: Logger;
  readonly load?: LoadGraph;
}

export interface Gateway {
  readonly app: NestFastifyApplication;
  readonly log: Logger;
  start(port: number): Promise<void>;
  /** Reads the supergraph's file again; a faulty one is logged and changes nothing. */
  reload(): Promise<void>;
  /** Stops taking requests and finishes those in hand. */
  stop(): Promise<void>;
}

function watchAll(app: NestFastifyApplication): void {
  const readiness = app.get(Readiness);
  const supergraph = app.get(Supergraph);
  const verifier = app.get(TokenVerifier);
  readiness.watch('supergraph', () => supergraph.ready());
  readiness.watch('issuer', () => verifier.ready());
  app.get(Services).watch(readiness);
  app
    .get(Metrics)
    .gauge('qft_supergraph_refused', '1 when the last supergraph offered was faulty', null, () =>
      Promise.resolve(supergraph.refused ? 1 : 0),
    );
}

/** Lets pages of these origins ask. They send their token with each request: no cookie, so no credentials. */
function letAsk(app: NestFastifyApplication, origins: readonly string[]): void {
  if (origins.length > 0) app.enableCors({ origin: [...origins], methods: ['GET', 'POST'], maxAge: 600 });
}

function registerRoutes(app: NestFastifyApplication, config: GatewayConfig, log: Logger): void {
  const server = app.getHttpAdapter().getInstance();
  registerTrace(server);
  endUnusedConnections(server);
  registerOrigin(server);
  registerSecurityHeaders(server, config.production);
  if (config.production) hideMetrics(server);
  registerOps(server, app.get(Readiness), app.get(Metrics));
  registerGraphql(server, app.get<ApolloServer<GatewayContext>>(ApolloServer), app.get(TokenVerifier), log);
  registerEvidence(server, { client: app.get(Services).client('inspection'), verifier: app.get(TokenVerifier), log });
  registerLive(server, app.get(LiveQueries), app.get(TokenVerifier), log);
  const { COUNTY_TIME_ZONE: timeZone, HOST, PORT_BASE, PUBLIC_URL } = config;
  const publicUrl = PUBLIC_URL?.replace(/\/$/, '') ?? `http://${HOST}:${PORT_BASE}`;
  const boards = new Boards({ services: app.get(Services), timeZone, publicUrl });
  registerBoards(server, boards, new Misses(config.BOARD_MISSES), log);
  if (!config.production) registerGraphiql(server);
}

function partsOf(app: NestFastifyApplication, config: GatewayConfig): Part[] {
  const { HOST: host, OPS_PORT: opsPort } = config;
  const file = app.get(SupergraphFile);
  const live = app.get(LiveQueries);
  const ops = createOpsServer(app.get(Readiness), app.get(Metrics));
  return [
    { name: 'connections to services', stop: () => app.get(Services).close() },
    { name: 'apollo server', stop: () => app.get<ApolloServer>(ApolloServer).stop() },
    { name: 'supergraph file', start: () => file.watch(), stop: () => file.stop() },
    ...(opsPort
      ? [
          {
            name: 'operations port',
            start: async () => void (await ops.listen({ port: opsPort, host })),
            stop: () => ops.close(),
          },
        ]
      : []),
    { name: 'http', stop: () => app.close() },
    { name: 'live queries', start: () => live.start(), stop: () => live.close() },
  ];
}

function adapterFor({ TRUSTED_PROXIES: trustProxy }: GatewayConfig): FastifyAdapter {
  return new FastifyAdapter({ forceCloseConnections: 'idle', bodyLimit: LARGEST_BODY_OF_ANYBODY_BYTES, trustProxy });
}

/**
 * Builds the gateway.
 * @throws when the supergraph's file is missing or faulty
 */
export async function createGateway(config: GatewayConfig, replacements: Replacements = {}): Promise<Gateway> {
  const log = replacements.log ?? createLog('gateway', config.LOG_LEVEL);
  const adapter = adapterFor(config);
  const module = appModule(config, log, replacements.load ?? stockGraph);
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, {
    logger: nestLogger(log),
    abortOnError: false,
  });
  letAsk(app, config.CORS_ORIGINS);
  watchAll(app);
  registerRoutes(app, config, log);
  await app.init();
  const parts = partsOf(app, config);
  return {
    app,
    log,
    start: async (port) => {
      for (const part of parts) await part.start?.();
      await app.listen(port, config.HOST);
      log.info({ port, operationsPort: config.OPS_PORT }, 'ready');
    },
    reload: () => app.get(SupergraphFile).reload(),
    stop: () => {
      app.get(Readiness).draining = true;
      return stopAll(parts, config.SHUTDOWN_GRACE_MS, log);
    },
  };
}
