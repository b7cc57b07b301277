import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';

/**
 * At the stop, ends connections on which nothing is in hand. Node ends by itself only those whose last request was answered: who
 * has connected and asked nothing yet, or not to the end, would be waited for.
 */
export function endUnusedConnections(server: FastifyInstance): void {
  const unused = new Set<Socket>();
  let stopping = false;
  const isUnused = (socket: Socket) => {
    if (stopping) socket.destroySoon();
    else unused.add(socket);
  };
  server.server.on('connection', (socket) => {
    isUnused(socket);
    socket.once('close', () => unused.delete(socket));
  });
  server.server.on('request', ({ socket }, response) => {
    unused.delete(socket);
    response.once('finish', () => isUnused(socket));
  });
  server.addHook('preClose', (done) => {
    stopping = true;
    for (const socket of unused) socket.destroy();
    done();
  });
}
