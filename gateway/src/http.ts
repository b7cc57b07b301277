import type { ApolloServer } from '@apollo/server';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import { currentTrace } from '@qifutong/persistence/trace';
import { callerError, maskError } from '@qifutong/platform/errors';
import type { TokenVerifier } from '@qifutong/platform/identity';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError } from 'graphql';
import type { Logger } from 'pino';
import { contextOf, identify, type GatewayContext } from './context.ts';

/**
 * 500 inspections are a delivery, and have to fit: each up to 3 KB of answers, notes, colleagues and photos' ids, and a signature of 800 points
 * of 16 characters, 500 x 16 KB in all. Files go another way.
 */
export const LARGEST_BODY_BYTES = 8_388_608;

/** what is read of somebody before it is known who that is */
export const LARGEST_BODY_OF_ANYBODY_BYTES = 2_097_152;

/** A body that is too large, not JSON or of another type: the caller hears of it as of every other error. */
function bodyFault(error: FastifyError, mostBytes: number | undefined): { status: number; message: string } {
  const status = error.statusCode ?? 500;
  if (status === 413) return { status, message: `a request has at most ${mostBytes} bytes: send fewer at once` };
  if (status === 415) return { status, message: 'a request is application/json' };
  return { status: 400, message: 'the body of the request is not JSON' };
}

/** What Fastify or a handler threw, told as every other error. */
export function tellFault(error: FastifyError | GraphQLError, reply: FastifyReply, log: Logger): FastifyReply {
  if (error instanceof GraphQLError) {
    const { status } = error.extensions['http'] as { status: number };
    return reply.status(status).send({ errors: [maskError(error.toJSON(), currentTrace()?.traceId)] });
  }
  const unexpected = !error.statusCode || error.statusCode >= 500;
  const { status, message } = unexpected
    ? { status: 500, message: '' }
    : bodyFault(error, reply.request.routeOptions.bodyLimit);
  if (unexpected) log.error({ err: error }, 'unexpected error');
  const said = unexpected ? { message, extensions: {} } : callerError('BAD_REQUEST', message).toJSON();
  return reply.status(status).send({ errors: [maskError(said, currentTrace()?.traceId)] });
}

/** Memory is for those with an account: a large body, or one that does not tell its length, is read once it is known whose it is. */
function knownIfLarge(verifier: TokenVerifier, log: Logger) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    const { 'content-length': length, 'transfer-encoding': encoding } = request.headers;
    if (encoding === undefined && Number(length ?? 0) <= LARGEST_BODY_OF_ANYBODY_BYTES) return;
    void reply.header('www-authenticate', 'Bearer');
    await identify(request, verifier, log);
  };
}

/** POST /graphql, and GET for persisted queries. */
export function registerGraphql(
  server: FastifyInstance,
  apollo: ApolloServer<GatewayContext>,
  verifier: TokenVerifier,
  log: Logger,
): void {
  server.route({
    method: ['GET', 'POST'],
    url: '/graphql',
    bodyLimit: LARGEST_BODY_BYTES,
    onRequest: knownIfLarge(verifier, log),
    handler: fastifyApolloHandler(apollo, { context: contextOf(verifier, log) }),
    errorHandler: (error: FastifyError | GraphQLError, _request, reply) => {
      void tellFault(error, reply, log);
    },
  });
}
