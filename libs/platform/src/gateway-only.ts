import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { callerError } from './errors.ts';

/** The header in which the gateway shows that it is the gateway. */
export const GATEWAY_HEADER = 'x-qifutong-gateway';
/** The header in which the gateway says from where it was asked. */
export const ORIGIN_HEADER = 'x-qifutong-origin';

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

/** @throws NOT_THE_GATEWAY unless the request carries the gateway's token */
export function gatewayOnly(request: Pick<FastifyRequest, 'headers'>, token: string): void {
  const shown = request.headers[GATEWAY_HEADER];
  if (typeof shown === 'string' && timingSafeEqual(digest(shown), digest(token))) return;
  throw callerError('NOT_THE_GATEWAY', 'services answer the gateway only');
}
