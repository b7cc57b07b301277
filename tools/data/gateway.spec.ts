import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, describe, expect, it } from '@jest/globals';
import { reportSender } from './gateway.ts';
import type { GatewayOptions } from './gateway.ts';

const REPORT = { data: { submitReport: { __typename: 'Report', id: 'r1' } } };
const REFUSED = {
  data: { submitReport: { __typename: 'ReportRejection', code: 'FIELD_REQUIRED', message: 'm', field: 'text' } },
};
const submission = { channel: 'HOTLINE', text: '口罩买不到', externalRef: 'X-1' };

type Reply = readonly [status: number, body: object | 'silence'];

let server: Server | undefined;

/** A gateway that answers each request with the next reply, the last one again and again. */
async function aGateway(replies: readonly Reply[]) {
  const seen: { token: string | undefined; input: unknown }[] = [];
  const reply = async (request: IncomingMessage, response: ServerResponse) => {
    const [status, body] = replies[Math.min(seen.length, replies.length - 1)]!;
    const { variables } = JSON.parse(await text(request)) as { variables: { input: unknown } };
    seen.push({ token: request.headers.authorization, input: variables.input });
    if (body === 'silence') return;
    response.writeHead(status, { 'content-type': 'application/graphql-response+json' }).end(JSON.stringify(body));
  };
  server = createServer((request, response) => void reply(request, response)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`, seen };
}

function aSender(url: string, options: Partial<GatewayOptions> = {}) {
  let tokens = 0;
  return reportSender({ url, obtainToken: async () => `t${++tokens}`, pausesMs: [0, 0], ...options });
}

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
  server = undefined;
});

describe('sending a report', () => {
  it('gives nothing when it is accepted', async () => {
    const { url, seen } = await aGateway([[200, REPORT]]);
    expect(await aSender(url)(submission)).toBeUndefined();
    expect(seen).toEqual([{ token: 'Bearer t1', input: submission }]);
  });

  it('gives the refusal', async () => {
    const { url } = await aGateway([[200, REFUSED]]);
    expect(await aSender(url)(submission)).toEqual({ code: 'FIELD_REQUIRED', message: 'm', field: 'text' });
  });

  it('is tried again after an outage', async () => {
    const { url, seen } = await aGateway([
      [503, {}],
      [502, {}],
      [200, REPORT],
    ]);
    expect([await aSender(url)(submission), seen.length]).toEqual([undefined, 3]);
  });

  it('fails when the outage lasts', async () => {
    const { url, seen } = await aGateway([[503, {}]]);
    await expect(aSender(url)(submission)).rejects.toThrow('the gateway answered with status 503');
    expect(seen.length).toBe(3);
  });

  it('fails when nobody listens, or nobody answers in time', async () => {
    const { url } = await aGateway([[200, 'silence']]);
    await expect(aSender(url, { timeoutMs: 20 })(submission)).rejects.toThrow(
      `the gateway at ${url} cannot be reached: no answer in time`,
    );
    server!.closeAllConnections();
    server!.close();
    await expect(aSender(url)(submission)).rejects.toThrow(`the gateway at ${url} cannot be reached: ECONNREFUSED`);
  });

  it('gets another token when the first has expired, and keeps it', async () => {
    const { url, seen } = await aGateway([
      [401, {}],
      [200, REPORT],
    ]);
    const send = aSender(url);
    await send(submission);
    await send(submission);
    expect(seen.map(({ token }) => token)).toEqual(['Bearer t1', 'Bearer t2', 'Bearer t2']);
  });

  it('fails when the new token is refused too', async () => {
    const { url, seen } = await aGateway([[401, {}]]);
    await expect(aSender(url)(submission)).rejects.toThrow(
      'the gateway does not accept the token of the embedded issuer',
    );
    expect(seen.length).toBe(2);
  });

  it('fails at once when the gateway does not understand it', async () => {
    const { url, seen } = await aGateway([
      [400, { errors: [{ message: 'm', extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }] }],
    ]);
    await expect(aSender(url)(submission)).rejects.toThrow('the gateway answered GRAPHQL_VALIDATION_FAILED: m');
    expect(seen.length).toBe(1);
  });
});
