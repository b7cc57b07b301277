import type { ApolloServer } from '@apollo/server';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import { currentTrace } from '@qifutong/persistence/trace';
import { callerError, maskError } from '@qifutong/platform/errors';
import type { TokenVerifier } from '@qifutong/platform/identity';
import type { FastifyError, FastifyInstance, FastifyReply } from 'fastify';
import type { Logger } from 'pino';
import { contextOf, type GatewayContext } from './context.ts';

export const LARGEST_BODY_BYTES = 262_144;

/** A body that is too large, not JSON or of another type: the caller hears of it as of every other error. */
function bodyFault(error: FastifyError): { status: number; message: string } {
  const status = error.statusCode ?? 500;
  if (status === 413) return { status, message: `a request has at most ${LARGEST_BODY_BYTES} bytes` };
  if (status === 415) return { status, message: 'a request is application/json' };
  return { status: 400, message: 'the body of the request is not JSON' };
}

/** What Fastify or a handler threw, told as every other error. */
export function tellFault(error: FastifyError, reply: FastifyReply, log: Logger): FastifyReply {
  const unexpected = !error.statusCode || error.statusCode >= 500;
  const { status, message } = unexpected ? { status: 500, message: '' } : bodyFault(error);
  if (unexpected) log.error({ err: error }, 'unexpected error');
  const said = unexpected ? { message, extensions: {} } : callerError('BAD_REQUEST', message).toJSON();
  return reply.status(status).send({ errors: [maskError(said, currentTrace()?.traceId)] });
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
    handler: fastifyApolloHandler(apollo, { context: contextOf(verifier, log) }),
    errorHandler: (error: FastifyError, _request, reply) => {
      void tellFault(error, reply, log);
    },
  });
}
