import multipart from '@fastify/multipart';
import { Rejection } from '@qifutong/kernel/rejection';
import type { HttpRoutes } from '@qifutong/platform/definition';
import { callerError } from '@qifutong/platform/errors';
import { hasRole, type Viewer } from '@qifutong/platform/viewer';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Evidence } from './domain/evidence.ts';
import { reject, type EvidenceRejectionCode } from './domain/rejections.ts';
import { EvidenceStore } from './evidence-store.ts';
import { EVIDENCE_ROLES, EvidenceQueries } from './evidence.queries.ts';
import { EvidenceService } from './evidence.service.ts';

const MOST_BYTES = 10_485_760;
/** seconds after which a line that was full has moved on */
const COME_AGAIN_AFTER = 5;

const endings = { 'image/jpeg': 'jpg', 'image/png': 'png', 'image/webp': 'webp' } as const;

/** What it is to whoever opens it: a file to keep, never a page of ours. */
function headersOf({ id, sha256, type, bytes }: Evidence): Record<string, string> {
  return {
    'content-type': type,
    'content-length': String(bytes),
    'content-disposition': `attachment; filename="${id}.${endings[type]}"`,
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'private, max-age=86400, immutable',
    etag: `"${sha256}"`,
  };
}

function allowed(viewer: Viewer, ...roles: Viewer['roles'][number][]): void {
  if (!hasRole(viewer, ...roles)) throw callerError('FORBIDDEN', `this is not for ${viewer.roles.join(', ') || 'you'}`);
}

/** The one file of a form. */
async function fileOf(request: FastifyRequest): Promise<Buffer> {
  if (!request.isMultipart()) throw callerError('BAD_REQUEST', 'evidence is sent as multipart/form-data');
  let content: Buffer | null = null;
  try {
    for await (const part of request.files()) content = await part.toBuffer();
  } catch (cause) {
    const { code } = cause as { code?: string };
    if (code === 'FST_REQ_FILE_TOO_LARGE') throw reject('EVIDENCE_TOO_LARGE', { field: 'file', limit: MOST_BYTES });
    if (code === 'FST_FILES_LIMIT') throw reject('EVIDENCE_REPEATED', { field: 'file' });
    throw callerError('BAD_REQUEST', 'the form is broken off or malformed');
  }
  if (content === null || content.length === 0) throw reject('EVIDENCE_MISSING', { field: 'file' });
  return content;
}

const statuses: Readonly<Partial<Record<EvidenceRejectionCode, number>>> = {
  EVIDENCE_TOO_LARGE: 413,
  EVIDENCE_LINE_FULL: 503,
};

async function orRefused(reply: FastifyReply, work: () => Promise<object>): Promise<FastifyReply> {
  try {
    return await reply.status(201).send(await work());
  } catch (cause) {
    if (!(cause instanceof Rejection)) throw cause;
    const { code, message, field } = cause;
    const status = statuses[code as EvidenceRejectionCode] ?? 422;
    if (status === 503) void reply.header('retry-after', COME_AGAIN_AFTER);
    return reply.status(status).send({ code, message, field });
  }
}

/** `POST /evidence`: one picture of an inspector; `GET /evidence/{id}`: to who may see it. */
export const evidenceRoutes: HttpRoutes = async (server, { get, viewerOf }) => {
  const [service, queries, store] = [get(EvidenceService), get(EvidenceQueries), get(EvidenceStore)];
  await server.register(async (scope: FastifyInstance) => {
    await scope.register(multipart, { limits: { fileSize: MOST_BYTES, files: 1, fields: 0, headerPairs: 20 } });

    scope.post('/evidence', async (request, reply) => {
      const viewer = await viewerOf(request);
      allowed(viewer, 'INSPECTOR');
      return orRefused(reply, async () => {
        const { id, type, bytes, width, height, sha256 } = await service.upload(viewer, await fileOf(request));
        return { id, type, bytes, width, height, sha256, path: `/evidence/${id}` };
      });
    });

    scope.get<{ Params: { id: string } }>('/evidence/:id', async (request, reply) => {
      const viewer = await viewerOf(request);
      allowed(viewer, ...EVIDENCE_ROLES);
      const evidence = await queries.visible(viewer, request.params.id);
      if (!evidence) throw callerError('NOT_FOUND', 'there is no such evidence');
      void reply.headers(headersOf(evidence));
      if (request.headers['if-none-match'] === `"${evidence.sha256}"`)
        return reply.status(304).removeHeader('content-length').send();
      return reply.send(await store.read(evidence.id));
    });
  });
};
