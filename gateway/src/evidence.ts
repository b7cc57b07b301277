import { Transform, type Readable } from 'node:stream';
import { currentTrace } from '@qifutong/persistence/trace';
import { callerError, errorCodes, isTold, maskError } from '@qifutong/platform/errors';
import type { TokenVerifier } from '@qifutong/platform/identity';
import { GraphQLError } from 'graphql';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { identify } from './context.ts';
import type { ServiceClient } from './service-client.ts';

const LARGEST_PICTURE_BYTES = 10_485_760;
/** with the form around it; the service looks closer */
const LARGEST_UPLOAD_BYTES = LARGEST_PICTURE_BYTES + 65_536;

const sentOn = ['content-type', 'content-length', 'if-none-match'];
const givenBack = [
  'content-type',
  'content-length',
  'content-disposition',
  'content-security-policy',
  'cache-control',
  'etag',
  'retry-after',
];

interface Behind {
  readonly client: ServiceClient;
  readonly verifier: TokenVerifier;
  readonly log: Logger;
}

/** the service's own answer to a picture that is too large, for one of which it never sees the end */
const TOO_LARGE = { code: 'EVIDENCE_TOO_LARGE', message: `file: 最大 ${LARGEST_PICTURE_BYTES} 字节`, field: 'file' };

class TooLarge extends GraphQLError {
  constructor() {
    super(TOO_LARGE.message, { extensions: { code: TOO_LARGE.code } });
  }
}

/** Ends what is longer than an upload may be, also where no length was told. */
function limited(body: Readable): Readable {
  let bytes = 0;
  const limit = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      done(bytes > LARGEST_UPLOAD_BYTES ? new TooLarge() : null, chunk);
    },
  });
  body.on('error', (cause) => limit.destroy(cause));
  return body.pipe(limit);
}

function chosen(names: readonly string[], headers: Readonly<Record<string, string | string[] | undefined>>) {
  return Object.fromEntries(
    names.flatMap((name) => (typeof headers[name] === 'string' ? [[name, headers[name]]] : [])),
  );
}

async function pass(request: FastifyRequest, reply: FastifyReply, { client, verifier, log }: Behind) {
  void reply.header('cache-control', 'no-store');
  const { authorization } = await identify(request, verifier, log);
  if (Number(request.headers['content-length'] ?? 0) > LARGEST_UPLOAD_BYTES) throw new TooLarge();
  const gone = new AbortController();
  reply.raw.on('close', () => gone.abort());
  const answer = await client.forward({
    method: request.method as 'GET' | 'POST',
    path: request.url,
    headers: { ...chosen(sentOn, request.headers), authorization },
    body: request.method === 'POST' ? limited(request.body as Readable) : null,
    signal: gone.signal,
  });
  return reply.status(answer.statusCode).headers(chosen(givenBack, answer.headers)).send(answer.body);
}

function statusOf(error: GraphQLError): number {
  const { code, http } = error.extensions as { code?: unknown; http?: { status?: number } };
  return http?.status ?? (isTold(code) ? errorCodes[code] : 500);
}

/** An error of ours as it is; of Fastify, as the caller's; of the way to the service, as the service's absence. */
function toldOf(error: FastifyError | GraphQLError): GraphQLError {
  if (error instanceof GraphQLError) return error;
  if (error.statusCode !== undefined && error.statusCode < 500)
    return callerError('BAD_REQUEST', 'evidence is sent as multipart/form-data');
  return callerError('SERVICE_UNAVAILABLE', 'evidence cannot be reached now');
}

/** `POST /evidence` and `GET /evidence/{id}`: files of the inspection service, streamed to it and from it. */
export function registerEvidence(server: FastifyInstance, behind: Behind): void {
  void server.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('multipart/form-data', (_request, body, done) => done(null, body));
    scope.setErrorHandler((error: FastifyError | GraphQLError, _request, reply) => {
      if (error instanceof TooLarge) return void reply.status(413).send(TOO_LARGE);
      const told = toldOf(error);
      if (told !== error) behind.log.error({ err: error }, 'evidence was not passed on');
      void reply.status(statusOf(told)).send({ errors: [maskError(told.toJSON(), currentTrace()?.traceId)] });
    });
    scope.post('/evidence', (request, reply) => pass(request, reply, behind));
    scope.get('/evidence/:id', (request, reply) => pass(request, reply, behind));
    return Promise.resolve();
  });
}
