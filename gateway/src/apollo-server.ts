import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { Metrics } from '@qifutong/platform/metrics';
import { observed } from '@qifutong/platform/observe';
import type { Logger } from 'pino';
import type { GatewayContext } from './context.ts';
import { limited } from './limits.ts';
import { liveQueriesOnly } from './live/look.ts';
import type { Supergraph } from './supergraph.ts';
import { failures, tellErrors } from './told-errors.ts';

interface Options {
  readonly supergraph: Supergraph;
  readonly metrics: Metrics;
  readonly log: Logger;
  readonly production: boolean;
}

/** Nothing is reported to Apollo, and no page of theirs is shown. */
const silent = [
  ApolloServerPluginUsageReportingDisabled(),
  ApolloServerPluginSchemaReportingDisabled(),
  ApolloServerPluginInlineTraceDisabled(),
  ApolloServerPluginCacheControlDisabled(),
  ApolloServerPluginLandingPageDisabled(),
];

/** Apollo Server over a supergraph: caches (documents, persisted queries) are bounded, 30 MB each. */
export async function startApolloServer({
  supergraph,
  metrics,
  log,
  production,
}: Options): Promise<ApolloServer<GatewayContext>> {
  const server = new ApolloServer<GatewayContext>({
    gateway: supergraph,
    introspection: !production,
    hideSchemaDetailsFromClientErrors: production,
    includeStacktraceInErrorResponses: false,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    stopOnTerminationSignals: false,
    cache: 'bounded',
    nodeEnv: production ? 'production' : 'development',
    formatError: tellErrors(log),
    logger: log.child({}, { level: 'warn' }),
    plugins: [limited, liveQueriesOnly, failures(metrics), observed(metrics, log), ...silent],
  });
  await server.start();
  return server;
}
