import { callerError } from '@qifutong/platform/errors';
import type { TokenVerifier } from '@qifutong/platform/identity';
import type { Viewer } from '@qifutong/platform/viewer';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError } from 'graphql';
import type { Logger } from 'pino';
import { LONGEST_QUERY_BYTES } from './limits.ts';
import type { Learned } from './live/learned.ts';

/** What the gateway knows of a request. */
export interface GatewayContext {
  readonly viewer: Viewer;
  /** the header as it came, for the services */
  readonly authorization: string;
  /** of a query that is followed live: what one look at it learns */
  readonly live?: Learned;
}

type Asked = Readonly<Record<string, unknown>> | undefined;

/** @throws UNAUTHENTICATED or, when the issuer is away, SERVICE_UNAVAILABLE */
export async function identify(request: FastifyRequest, verifier: TokenVerifier, log: Logger): Promise<GatewayContext> {
  const { authorization } = request.headers;
  try {
    return { viewer: await verifier.verify(authorization), authorization: authorization ?? '' };
  } catch (cause) {
    if (cause instanceof GraphQLError) throw cause;
    log.error({ err: cause }, 'the issuer of access tokens cannot be asked for its keys');
    throw callerError('SERVICE_UNAVAILABLE', 'access tokens cannot be verified now');
  }
}

function checkText(request: FastifyRequest): void {
  if (request.method === 'GET' && (request.query as Asked)?.['query'] !== undefined) {
    throw callerError('BAD_REQUEST', 'GET is for persisted queries: send the text with POST');
  }
  const text = (request.body as Asked)?.['query'];
  if (typeof text === 'string' && Buffer.byteLength(text) > LONGEST_QUERY_BYTES) {
    throw callerError('QUERY_TOO_LONG', `a query has at most ${LONGEST_QUERY_BYTES} bytes`);
  }
}

/**
 * The context of a GraphQL request; made before its text is parsed.
 * @returns a function that throws UNAUTHENTICATED, BAD_REQUEST, QUERY_TOO_LONG or, when the issuer is away, SERVICE_UNAVAILABLE
 */
export function contextOf(verifier: TokenVerifier, log: Logger) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<GatewayContext> => {
    // what it answers is for this viewer, now
    void reply.header('cache-control', 'no-store').header('www-authenticate', 'Bearer');
    const context = await identify(request, verifier, log);
    void reply.removeHeader('www-authenticate');
    checkText(request);
    return context;
  };
}
