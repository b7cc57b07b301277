import type { Metrics } from '@qifutong/platform/metrics';
import { registerOps } from '@qifutong/platform/ops';
import type { Readiness } from '@qifutong/platform/readiness';
import fastify, { type FastifyInstance } from 'fastify';

/** `/metrics` is not for those whom the public port serves. */
export function hideMetrics(server: FastifyInstance): void {
  server.addHook('onRequest', (request, reply, done) => {
    if (request.routeOptions.url === '/metrics') reply.callNotFound();
    else done();
  });
}

/** The operations port of production: health, readiness and metrics. */
export function createOpsServer(readiness: Readiness, metrics: Metrics): FastifyInstance {
  const server = fastify({ forceCloseConnections: true });
  registerOps(server, readiness, metrics);
  return server;
}
