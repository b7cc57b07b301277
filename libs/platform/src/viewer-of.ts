import type { FastifyRequest } from 'fastify';
import { callerError } from './errors.ts';
import { gatewayOnly } from './gateway-only.ts';
import { IssuerUnreachable, type TokenVerifier } from './identity.ts';
import type { Viewer } from './viewer.ts';

function unlessAway(cause: unknown): never {
  if (cause instanceof IssuerUnreachable) throw callerError('SERVICE_UNAVAILABLE', cause.message);
  throw cause;
}

/**
 * Who asks a service by way of the gateway.
 * @throws NOT_THE_GATEWAY, UNAUTHENTICATED, SERVICE_UNAVAILABLE
 */
export async function viewerOf(
  request: FastifyRequest,
  gatewayToken: string,
  verifier: TokenVerifier,
): Promise<Viewer> {
  gatewayOnly(request, gatewayToken);
  return verifier.verify(request.headers.authorization).catch(unlessAway);
}
