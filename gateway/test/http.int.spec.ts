import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freePort } from '@qifutong/testkit/nats';
import { codes, startWorld, type World } from './world.ts';

const QUERY = '{ firm(creditCode: "F1") { name } }';
const MUTATION = 'mutation { submitReport(input: { text: "a" }) { __typename } }';

function persisted(text: string): string {
  const sha256Hash = createHash('sha256').update(text).digest('hex');
  return JSON.stringify({ persistedQuery: { version: 1, sha256Hash } });
}

describe('HTTP', () => {
  let world: World;
  beforeAll(async () => void (world = await startWorld()));
  afterAll(() => world.stop());

  const get = (search: Record<string, string>, headers: Record<string, string> = world.headers) =>
    world.send({ headers }, `/graphql?${new URLSearchParams(search).toString()}`);
  const register = (query: string) =>
    world.send({
      method: 'POST',
      headers: world.headers,
      body: JSON.stringify({ query, extensions: JSON.parse(persisted(query)) as unknown }),
    });

  it('GET asks a persisted query, once it is known', async () => {
    expect(codes(await get({ extensions: persisted(QUERY) }))).toEqual(['PERSISTED_QUERY_NOT_FOUND']);
    await register(QUERY);
    expect((await get({ extensions: persisted(QUERY) })).body.data).toEqual({ firm: { name: '甲公司' } });
  });

  it('GET with a text is refused, also together with its hash', async () => {
    for (const search of [{ query: QUERY }, { query: QUERY, extensions: persisted(QUERY) }]) {
      const answer = await get(search);
      expect([codes(answer), answer.status]).toEqual([['BAD_REQUEST'], 400]);
    }
  });

  it('a variable of the wrong type is told by its place; what was sent stands in no answer and no line of the log', async () => {
    const query = 'mutation ($input: SubmitReportInput!) { submitReport(input: $input) { __typename } }';
    const input = { text: '13758206417', count: '欧阳震华' };
    const { body } = await world.send({
      method: 'POST',
      headers: world.headers,
      body: JSON.stringify({ query, variables: { input } }),
    });
    expect(body.errors?.map(({ message }) => message)).toEqual([
      'Variable "$input" got an invalid value at "input.count"; Int cannot represent the value.',
    ]);
    expect(world.ear.said('refused')).not.toEqual([]);
    expect(JSON.stringify([body, world.ear.lines])).not.toMatch(/13758206417|欧阳震华/);
  });

  it('GET changes nothing', async () => {
    await register(MUTATION);
    const before = world.intake.heard.length;
    const answer = await get({ extensions: persisted(MUTATION) });
    expect([codes(answer), answer.status]).toEqual([['BAD_REQUEST'], 405]);
    expect(world.intake.heard).toHaveLength(before);
  });

  it('a hash of another text is refused', async () => {
    const body = JSON.stringify({ query: QUERY, extensions: JSON.parse(persisted('{ slow }')) as unknown });
    expect((await world.send({ method: 'POST', headers: world.headers, body })).status).toBe(400);
  });

  it('a request that a browser sends across origins without asking first is refused', async () => {
    const { authorization } = world.headers;
    const simple = await world.send({
      method: 'POST',
      headers: { authorization, 'content-type': 'text/plain' },
      body: JSON.stringify({ query: QUERY }),
    });
    expect(codes(simple)).toEqual(['BAD_REQUEST']);
    await register(QUERY);
    const link = await get({ extensions: persisted(QUERY) }, { authorization });
    expect([codes(link), link.status]).toEqual([['BAD_REQUEST'], 400]);
  });

  it('every answer tells browsers to be careful', async () => {
    for (const path of ['/healthz', '/graphql', '/nowhere']) {
      const { headers } = await fetch(`${world.url}${path}`);
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('x-correlation-id')).toMatch(/^[0-9a-f]{32}$/);
    }
  });

  it('health, readiness and metrics are there', async () => {
    expect((await fetch(`${world.url}/healthz`)).status).toBe(200);
    const ready = await fetch(`${world.url}/readyz`);
    expect(await ready.json()).toEqual({
      ready: true,
      draining: false,
      dependencies: { supergraph: 'ok', issuer: 'ok', intake: 'ok', taskforce: 'ok', inspection: 'ok' },
    });
    const metrics = await (await fetch(`${world.url}/metrics`)).text();
    expect(metrics).toContain('qft_subgraph_request_seconds_count');
    expect(metrics).toContain('qft_supergraph_refused{service="gateway"} 0');
  });

  it('/ is a GraphiQL that names no other origin', async () => {
    const answer = await fetch(world.url);
    const page = await answer.text();
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(answer.headers.get('content-security-policy')).toContain("connect-src 'self'");
    expect(page).not.toMatch(/<(script|link|img)[^>]+(src|href)="?https?:/);
    expect(page).toContain('YogaGraphiQL.renderYogaGraphiQL');
  });
});

describe('in production', () => {
  let world: World;
  let opsPort: number;
  beforeAll(async () => {
    opsPort = await freePort();
    world = await startWorld({ NODE_ENV: 'production', OPS_PORT: String(opsPort) });
  });
  afterAll(() => world.stop());

  it('there is no GraphiQL, no introspection and no spelling help', async () => {
    expect((await fetch(world.url)).status).toBe(404);
    expect(codes(await world.ask('{ __schema { types { name } } }'))).toContain('GRAPHQL_VALIDATION_FAILED');
    const typo = await world.ask('{ frim(creditCode: "F1") { name } }');
    expect(typo.body.errors?.[0]?.message).toMatch(/^Cannot query field "frim" on type "Query"\.[^?]*$/);
  });

  it('metrics are on the operations port alone', async () => {
    expect((await fetch(`${world.url}/metrics`)).status).toBe(404);
    expect((await fetch(`${world.url}/readyz`)).status).toBe(200);
    expect(await (await fetch(`http://127.0.0.1:${opsPort}/metrics`)).text()).toContain('qft_graphql_request_seconds');
  });

  it('browsers are told to come back by HTTPS', async () => {
    expect((await fetch(`${world.url}/healthz`)).headers.get('strict-transport-security')).toBe('max-age=31536000');
  });
});
