import { createHash, randomBytes } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { GATEWAY_TOKEN, startWorld, type World } from './world.ts';

interface Heard {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly sha256: string;
  readonly bytes: number;
}

const PICTURE = randomBytes(300_000);

/** A service that says what it got, and gives a picture. */
async function startEvidence(heard: Heard[]): Promise<Server> {
  const server = createServer((request, response) => {
    if (request.url?.endsWith('later'))
      return void response.writeHead(503, { 'content-type': 'application/json', 'retry-after': '5' }).end('{}');
    const hash = createHash('sha256');
    let bytes = 0;
    request.on('data', (chunk: Buffer) => {
      hash.update(chunk);
      bytes += chunk.length;
    });
    request.on('end', () => {
      const { method = '', url = '', headers } = request;
      heard.push({ method, url, headers, sha256: hash.digest('hex'), bytes });
      if (method === 'POST')
        return response.writeHead(201, { 'content-type': 'application/json', 'x-secret': 'of ours' }).end('{"id":"1"}');
      return response
        .writeHead(200, {
          'content-type': 'image/jpeg',
          'content-disposition': 'attachment; filename="1.jpg"',
          etag: '"e"',
          'cache-control': 'private',
        })
        .end(PICTURE);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

describe('evidence through the gateway', () => {
  let world: World;
  let server: Server;
  const heard: Heard[] = [];
  beforeAll(async () => {
    server = await startEvidence(heard);
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
    world = await startWorld({ SUBGRAPH_URL_INSPECTION: url });
  });
  afterAll(async () => {
    await world.stop();
    server.close();
  });

  const authorization = () => `Bearer ${world.token}`;
  const post = (body: BodyInit, headers: Record<string, string> = { authorization: authorization() }) =>
    fetch(`${world.url}/evidence`, {
      method: 'POST',
      headers,
      body,
      ...(body instanceof ReadableStream ? { duplex: 'half' as const } : {}),
    });

  it('is passed on whole, with who sends it and that it comes from the gateway', async () => {
    const content = randomBytes(3_000_000);
    const boundary = 'b0undary';
    const body = Buffer.concat([
      Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\n`),
      content,
      Buffer.from(`\r\n--${boundary}--\r\n`),
    ]);
    const answer = await post(body, {
      authorization: authorization(),
      'content-type': `multipart/form-data; boundary=${boundary}`,
      cookie: 'a=b',
    });
    expect([answer.status, await answer.json(), answer.headers.get('x-secret')]).toEqual([201, { id: '1' }, null]);
    const { headers, ...told } = heard.at(-1)!;
    expect(told).toEqual({
      method: 'POST',
      url: '/evidence',
      bytes: body.length,
      sha256: createHash('sha256').update(body).digest('hex'),
    });
    expect(headers).toMatchObject({
      authorization: authorization(),
      'x-qifutong-gateway': GATEWAY_TOKEN,
      'content-type': `multipart/form-data; boundary=${boundary}`,
    });
    expect(headers.cookie).toBeUndefined();
  });

  it('is given back as it comes, as a file', async () => {
    const answer = await fetch(`${world.url}/evidence/1`, { headers: { authorization: authorization() } });
    expect(Buffer.from(await answer.arrayBuffer()).equals(PICTURE)).toBe(true);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'image/jpeg',
      'content-disposition': 'attachment; filename="1.jpg"',
      etag: '"e"',
      'cache-control': 'private',
      'x-content-type-options': 'nosniff',
    });
  });

  it('is told when to come again, where the service says so', async () => {
    const answer = await fetch(`${world.url}/evidence/later`, { headers: { authorization: authorization() } });
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '5']);
  });

  it.each([
    ['nobody', {}],
    ['a forged token', { authorization: 'Bearer a.b.c' }],
  ])('is not passed on from %s', async (_, headers) => {
    const before = heard.length;
    const answers = [await post(new FormData(), headers), await fetch(`${world.url}/evidence/1`, { headers })];
    expect(answers.map(({ status }) => status)).toEqual([401, 401]);
    expect(heard).toHaveLength(before);
  });

  it('is refused as anything but a form, and when it is too large, with and without its length told', async () => {
    const form = { authorization: authorization(), 'content-type': 'multipart/form-data; boundary=x' };
    const large = Buffer.alloc(10_551_297);
    const answers = [
      await post('{}', { ...form, 'content-type': 'application/json' }),
      await post(large, form),
      await post(new Blob([large]).stream(), form),
    ];
    const [json, ...tooLarge] = await Promise.all(answers.map((one) => one.json() as Promise<unknown>));
    expect(json).toMatchObject({ errors: [{ extensions: { code: 'BAD_REQUEST' } }] });
    const told = { code: 'EVIDENCE_TOO_LARGE', field: 'file', message: 'file: 最大 10485760 字节' };
    expect([answers.map(({ status }) => status), tooLarge]).toEqual([
      [400, 413, 413],
      [told, told],
    ]);
  });

  it('is told unreachable when the service is away', async () => {
    const away = await startWorld({ SUBGRAPH_URL_INSPECTION: 'http://127.0.0.1:9/graphql' });
    const answer = await fetch(`${away.url}/evidence/1`, { headers: { authorization: `Bearer ${away.token}` } });
    expect(answer.status).toBe(503);
    await away.stop();
  });
});
