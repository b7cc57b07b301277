import type { FastifyInstance } from 'fastify';
import type { Metrics } from './metrics.ts';
import type { Readiness } from './readiness.ts';
import { runForCaller } from '@qifutong/persistence/caller';
import { runInTrace, traceFrom } from '@qifutong/persistence/trace';

/** `/healthz` (the process lives), `/readyz` (send it work, or which dependency is missing), `/metrics`. */
export function registerOps(server: FastifyInstance, readiness: Readiness, metrics: Metrics): void {
  server.get('/healthz', async (_request, reply) => reply.send({ alive: true }));
  server.get('/readyz', async (_request, reply) => {
    const report = await readiness.report();
    return reply.status(report.ready ? 200 : 503).send(report);
  });
  // a connection that was busy when the stop began would else be kept open after its answer, and the stop would wait for it in vain
  server.addHook('onSend', (_request, reply, _payload, done) => {
    if (readiness.draining) void reply.header('connection', 'close');
    done();
  });
  server.get('/metrics', async (_request, reply) => {
    const text = await metrics.registry.metrics();
    return reply.header('content-type', metrics.registry.contentType).send(text);
  });
}

/** Everything that a request does belongs to the trace that it came with, and to its caller once that is known. */
export function registerTrace(server: FastifyInstance): void {
  server.addHook('onRequest', (request, reply, done) => {
    const { traceparent } = request.headers;
    const trace = traceFrom(typeof traceparent === 'string' ? traceparent : undefined);
    void reply.header('x-correlation-id', trace.traceId);
    runInTrace(trace, () => runForCaller(done));
  });
}
