import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { embeddingsOf } from './embeddings.ts';

const log = pino({ level: 'silent' });
let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

async function endpoint(listener: RequestListener, timeoutMs = 2_000) {
  server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    EMBEDDING_URL: `http://127.0.0.1:${port}/v1`,
    EMBEDDING_MODEL: 'some-model',
    EMBEDDING_API_KEY: 'a-key',
    EMBEDDING_TIMEOUT_MS: timeoutMs,
  };
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return JSON.parse(Buffer.concat(chunks).toString('utf8'));
}

const vector = (index: number, ...embedding: number[]) => ({ index, embedding });
const answering =
  (data: unknown): RequestListener =>
  (_, response) =>
    void response.end(JSON.stringify({ data }));

describe('an endpoint', () => {
  it('is asked as OpenAI is, and answers in the order of the texts', async () => {
    const asked: unknown[] = [];
    const settings = await endpoint((request, response) => {
      void bodyOf(request).then((body) => {
        asked.push([request.method, request.url, request.headers.authorization, body]);
        response.end(JSON.stringify({ data: [vector(1, 0, 2), vector(0, 3, 4)] }));
      });
    });
    expect(await embeddingsOf(['口罩', '房租'], settings, log)).toEqual([
      [0.6, 0.8],
      [0, 1],
    ]);
    expect(asked).toEqual([
      ['POST', '/v1/embeddings', 'Bearer a-key', { model: 'some-model', input: ['口罩', '房租'] }],
    ]);
  });

  it.each<[string, RequestListener, number]>([
    ['fails', (_, response) => void response.writeHead(500).end('no'), 2_000],
    ['answers nonsense', answering([{ index: 0, embedding: 'none' }]), 2_000],
    ['answers too few', answering([]), 2_000],
    ['does not answer in time', () => undefined, 50],
    ['hangs up', (request) => void request.socket.destroy(), 2_000],
  ])('that %s is done without', async (_title, listener, timeoutMs) => {
    expect(await embeddingsOf(['口罩'], await endpoint(listener, timeoutMs), log)).toEqual([null]);
  });

  it('that nobody configured is not asked', async () => {
    const settings = { EMBEDDING_MODEL: 'some-model', EMBEDDING_TIMEOUT_MS: 50 };
    expect(await embeddingsOf(['口罩'], settings, log)).toEqual([null]);
  });
});
