import { ApolloServer } from '@apollo/server';
import type { DynamicModule, Provider } from '@nestjs/common';
import { TokenVerifier } from '@qifutong/platform/identity';
import { Metrics } from '@qifutong/platform/metrics';
import { Readiness } from '@qifutong/platform/readiness';
import { CONFIG, LOG } from '@qifutong/platform/tokens';
import type { Logger } from 'pino';
import { startApolloServer } from './apollo-server.ts';
import type { GatewayConfig } from './config.ts';
import type { GatewayContext } from './context.ts';
import type { LoadGraph } from './executor.ts';
import { LiveQueries } from './live/live-queries.ts';
import { Services } from './services.ts';
import { SupergraphFile } from './supergraph-file.ts';
import { Supergraph } from './supergraph.ts';

class AppModule {}

async function loadedSupergraph(config: GatewayConfig, log: Logger, load: LoadGraph, services: Services) {
  const supergraph = new Supergraph(load, (name) => services.source(name), log);
  await new SupergraphFile(config.SUPERGRAPH, supergraph, log).load();
  return supergraph;
}

function values(config: GatewayConfig, log: Logger, metrics: Metrics): Provider[] {
  const verifier = new TokenVerifier({ issuer: config.OIDC_ISSUER, audience: config.OIDC_AUDIENCE });
  return [
    { provide: CONFIG, useValue: config },
    { provide: LOG, useValue: log },
    { provide: Metrics, useValue: metrics },
    { provide: Readiness, useValue: new Readiness() },
    { provide: TokenVerifier, useValue: verifier },
    { provide: Services, useValue: new Services(config, metrics, log) },
  ];
}

function liveQueries(config: GatewayConfig, metrics: Metrics, log: Logger): Provider {
  return {
    provide: LiveQueries,
    inject: [ApolloServer, TokenVerifier],
    useFactory: (apollo: ApolloServer<GatewayContext>, verifier: TokenVerifier) =>
      new LiveQueries({ config, apollo, verifier, metrics, log }),
  };
}

/** What the gateway is made of. */
export function appModule(config: GatewayConfig, log: Logger, load: LoadGraph): DynamicModule {
  const metrics = new Metrics('gateway');
  return {
    module: AppModule,
    providers: [
      ...values(config, log, metrics),
      {
        provide: Supergraph,
        inject: [Services],
        useFactory: (services: Services) => loadedSupergraph(config, log, load, services),
      },
      {
        provide: SupergraphFile,
        inject: [Supergraph],
        useFactory: (supergraph: Supergraph) => new SupergraphFile(config.SUPERGRAPH, supergraph, log),
      },
      {
        provide: ApolloServer,
        inject: [Supergraph],
        useFactory: (supergraph: Supergraph) =>
          startApolloServer({ supergraph, metrics, log, production: config.production }),
      },
      liveQueries(config, metrics, log),
    ],
  };
}
