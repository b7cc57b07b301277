import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import type { Board, Boards } from './boards.ts';
import type { Misses } from './misses.ts';
import { BOARD_POLICY } from './page.ts';

type Asked = FastifyRequest<{ Params: { creditCode: string } }>;

const NO_BOARD = { message: '没有这块亮牌 / There is no such board' };
const LATER = { message: '查询过于频繁,请稍后再试 / Too many misses, try again later' };
const AWAY = { message: '暂时无法查询 / Cannot be told now' };

/** A browser gets the page, a program that asks for JSON gets that. */
function wantsPage({ headers: { accept = '' } }: FastifyRequest): boolean {
  return accept.includes('text/html');
}

/** A proxy that packs the body makes the tag a weak one, and a client may hold several. */
function holds({ headers }: FastifyRequest, etag: string): boolean {
  const tags = headers['if-none-match']?.split(',').map((tag) => tag.trim().replace(/^W\//, '')) ?? [];
  return tags.includes(etag) || tags.includes('*');
}

function send(request: FastifyRequest, reply: FastifyReply, board: Board): FastifyReply {
  const asPage = wantsPage(request);
  const { body, etag } = asPage ? board.page : board.json;
  void reply
    .header('etag', etag)
    .header('vary', 'accept')
    .header('cache-control', 'public, max-age=30, stale-while-revalidate=60')
    .header('cross-origin-resource-policy', 'cross-origin');
  if (holds(request, etag)) return reply.status(304).send();
  if (asPage) void reply.header('content-security-policy', BOARD_POLICY).type('text/html; charset=utf-8');
  else void reply.header('access-control-allow-origin', '*').type('application/json; charset=utf-8');
  return reply.send(body);
}

/** `/boards/{creditCode}`: public, without a token. */
export function registerBoards(server: FastifyInstance, boards: Boards, misses: Misses, log: Logger): void {
  server.get('/boards/:creditCode', async (request: Asked, reply) => {
    const waits = misses.waits(request.ip);
    if (waits !== null)
      return reply.status(429).header('retry-after', waits).header('cache-control', 'no-store').send(LATER);
    const found = await boards.of(request.params.creditCode).catch((cause: unknown) => {
      log.warn({ err: cause }, 'a sign board could not be made');
      return undefined;
    });
    if (found === undefined) return reply.status(503).header('cache-control', 'no-store').send(AWAY);
    if (found) return send(request, reply, found);
    misses.count(request.ip);
    return reply.status(404).header('cache-control', 'public, max-age=5').send(NO_BOARD);
  });
}
