import { join } from 'node:path';
import type { ApolloServerPlugin } from '@apollo/server';
import { unwrapResolverError } from '@apollo/server/errors';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
} from '@apollo/server/plugin/disabled';
import { ApolloFederationDriver, type ApolloFederationDriverConfig } from '@nestjs/apollo';
import type { DynamicModule } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import { currentTrace } from '@qifutong/persistence/trace';
import { isUnstorableText } from '@qifutong/persistence/unstorable-text';
import type { FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { isTold, maskError } from './errors.ts';
import type { TokenVerifier } from './identity.ts';
import type { Metrics } from './metrics.ts';
import { nameMutations } from './mutations.ts';
import { observed } from './observe.ts';
import { enforcePolicy } from './policy.ts';
import { RequestContext } from './request-context.ts';
import { scalars } from './scalars.ts';
import { viewerOf } from './viewer-of.ts';

/** The SDL that every subgraph begins with. */
export const platformSdl = join(import.meta.dirname, '../graphql/platform.graphql');

/** The SDL of the service whose module is in that directory; built code finds it in the sources, where it stays. */
export function sdlOf(directory: string): string {
  return join(directory.replace(/[\\/]dist[\\/]src$/, '/src'), '**/*.graphql');
}

const unstorableText = {
  message: 'a text holds a character that cannot be stored (NUL)',
  extensions: { code: 'BAD_USER_INPUT' },
};

/** Neither traces nor hints for caches go to the gateway, which asks for none: each costs something with every field. */
const silent = [ApolloServerPluginInlineTraceDisabled(), ApolloServerPluginCacheControlDisabled()];

interface Options {
  /** glob of the service's own SDL */
  readonly sdl: string;
  readonly gatewayToken: string;
  readonly verifier: TokenVerifier;
  readonly metrics: Metrics;
  readonly log: Logger;
}

/** A subgraph: schema-first, for the gateway alone, every field of Query and Mutation with its policy, errors masked. */
export function subgraph(options: Options): DynamicModule {
  const { log, metrics, verifier, gatewayToken } = options;
  return GraphQLModule.forRoot<ApolloFederationDriverConfig>({
    driver: ApolloFederationDriver,
    typePaths: [platformSdl, options.sdl],
    resolvers: scalars,
    transformSchema: (schema) => enforcePolicy(nameMutations(schema)),
    graphiql: false,
    introspection: false,
    includeStacktraceInErrorResponses: false,
    preserveHttpStatusForExecutionErrors: false,
    plugins: [...silent, observed(metrics, log) as ApolloServerPlugin],
    context: async (request: FastifyRequest) => {
      const viewer = await viewerOf(request, gatewayToken, verifier);
      return new RequestContext(viewer, currentTrace()?.traceId ?? '');
    },
    formatError: (formatted, cause) => {
      const told = isUnstorableText(unwrapResolverError(cause)) ? { ...formatted, ...unstorableText } : formatted;
      if (!isTold(told.extensions?.['code'])) log.error({ err: cause }, 'unexpected error');
      return maskError(told, currentTrace()?.traceId);
    },
  });
}
