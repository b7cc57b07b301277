import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { currentTrace } from '@qifutong/persistence/trace';
import { GraphQLError } from 'graphql';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import type { HttpRoutes } from './definition.ts';
import { callerError, errorCodes, isTold, maskError } from './errors.ts';
import type { TokenVerifier } from './identity.ts';
import { viewerOf } from './viewer-of.ts';

interface Told {
  readonly app: NestFastifyApplication;
  readonly gatewayToken: string;
  readonly verifier: TokenVerifier;
  readonly log: Logger;
}

/** What Fastify itself refuses (too large, wrong type) is the caller's fault, told as every other. */
function asTold(error: unknown): GraphQLError | null {
  if (error instanceof GraphQLError) return error;
  const { statusCode = 500 } = error as { statusCode?: number };
  return statusCode < 500 ? callerError('BAD_REQUEST', 'the request is malformed') : null;
}

/** Adds a service's routes beside the graph; their errors are those of the graph, with the HTTP status of their code. */
export async function registerHttp(server: FastifyInstance, routes: HttpRoutes, told: Told): Promise<void> {
  const { app, gatewayToken, verifier, log } = told;
  await server.register(async (scope) => {
    scope.setErrorHandler((error, _request, reply) => {
      const known = asTold(error);
      if (known === null) log.error({ err: error }, 'unexpected error');
      const said = maskError(known?.toJSON() ?? { message: '', extensions: {} }, currentTrace()?.traceId);
      const code = said.extensions?.['code'];
      const status = isTold(code) ? errorCodes[code] : 500;
      void reply
        .status(status)
        .header('cache-control', 'no-store')
        .send({ errors: [said] });
    });
    await routes(scope, {
      get: (type) => app.get(type),
      viewerOf: (request) => viewerOf(request, gatewayToken, verifier),
    });
  });
}
