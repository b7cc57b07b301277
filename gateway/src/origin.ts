import { calledBy } from '@qifutong/persistence/caller';
import type { FastifyInstance } from 'fastify';

/** From where the gateway is asked is told to the services, for their trails; behind a proxy that is trusted, what the proxy says. */
export function registerOrigin(server: FastifyInstance): void {
  server.addHook('onRequest', (request, _reply, done) => {
    calledBy({ origin: request.ip });
    done();
  });
}
