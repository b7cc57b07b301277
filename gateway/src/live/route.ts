import { callerError } from '@qifutong/platform/errors';
import type { TokenVerifier } from '@qifutong/platform/identity';
import type { FastifyError, FastifyInstance, FastifyRequest } from 'fastify';
import type { GraphQLError } from 'graphql';
import type { Logger } from 'pino';
import { z } from 'zod';
import { contextOf } from '../context.ts';
import { tellFault } from '../http.ts';
import type { LiveQueries } from './live-queries.ts';
import type { Request } from './look.ts';

const object = z.record(z.string(), z.unknown());
const shape = z.object({
  query: z.string().nullish(),
  operationName: z.string().nullish(),
  variables: object.nullish(),
  extensions: object.nullish(),
});
const written = z.codec(z.string(), z.unknown(), {
  decode: (text, context) => {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      context.issues.push({ code: 'custom', input: text, message: 'is not JSON' });
      return z.NEVER;
    }
  },
  encode: (value) => JSON.stringify(value),
});
const queryString = shape.extend({
  variables: written.pipe(object.nullish()).optional(),
  extensions: written.pipe(object.nullish()).optional(),
});

/** @throws BAD_REQUEST, naming the field at fault */
function requestOf({ method, query, body }: FastifyRequest): Request {
  const { data, error } = method === 'GET' ? queryString.safeParse(query) : shape.safeParse(body);
  if (!data) throw callerError('BAD_REQUEST', `${error.issues[0]!.path.join('.') || 'the request'} is malformed`);
  return Object.fromEntries(Object.entries(data).filter(([, value]) => value !== null));
}

/** @throws BAD_REQUEST */
function assertAccepted({ headers: { accept } }: FastifyRequest): void {
  if (!accept?.includes('text/event-stream'))
    throw callerError('BAD_REQUEST', 'live queries are answered as text/event-stream: say so in Accept');
}

/** POST /graphql/stream, and GET for persisted queries: a query's answer, and every later one that differs. */
export function registerLive(server: FastifyInstance, live: LiveQueries, verifier: TokenVerifier, log: Logger): void {
  const contextFor = contextOf(verifier, log);
  server.route({
    method: ['GET', 'POST'],
    url: '/graphql/stream',
    handler: async (request, reply) => {
      assertAccepted(request);
      const context = await contextFor(request, reply);
      const asked = requestOf(request);
      live.assertRoom(context);
      live.follow(reply, asked, context, verifier.expiryOf(context.authorization));
      return reply;
    },
    errorHandler: (cause: FastifyError | GraphQLError, _request, reply) => void tellFault(cause, reply, log),
  });
}
