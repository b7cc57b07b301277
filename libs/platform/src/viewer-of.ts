import { calledBy } from '@qifutong/persistence/caller';
import type { FastifyRequest } from 'fastify';
import { callerError } from './errors.ts';
import { gatewayOnly, ORIGIN_HEADER } from './gateway-only.ts';
import { IssuerUnreachable, type TokenVerifier } from './identity.ts';
import type { Viewer } from './viewer.ts';

function unlessAway(cause: unknown): never {
  if (cause instanceof IssuerUnreachable) throw callerError('SERVICE_UNAVAILABLE', cause.message);
  throw cause;
}

/**
 * Who asks a service by way of the gateway; what the request changes is entered under that name.
 * @throws NOT_THE_GATEWAY, UNAUTHENTICATED, SERVICE_UNAVAILABLE
 */
export async function viewerOf(
  request: FastifyRequest,
  gatewayToken: string,
  verifier: TokenVerifier,
): Promise<Viewer> {
  gatewayOnly(request, gatewayToken);
  const viewer = await verifier.verify(request.headers.authorization).catch(unlessAway);
  const { [ORIGIN_HEADER]: origin } = request.headers;
  calledBy({ sub: viewer.sub, roles: viewer.roles, origin: typeof origin === 'string' ? origin : null });
  return viewer;
}
