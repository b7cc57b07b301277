import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { codes, GATEWAY_TOKEN, startWorld, type World } from './world.ts';

describe('who asks', () => {
  let world: World;
  beforeAll(async () => void (world = await startWorld()));
  afterAll(() => world.stop());

  const askAs = (authorization?: string) =>
    world.send({
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(authorization ? { authorization } : {}) },
      body: JSON.stringify({ query: '{ firm(creditCode: "F1") { name } }' }),
    });

  it('a valid token is answered, and goes to the service as it is, with the gateway’s own', async () => {
    const answer = await askAs(`Bearer ${world.token}`);
    expect(answer.body).toEqual({ data: { firm: { name: '甲公司' } } });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('www-authenticate')).toBeNull();
    expect(world.intake.heard.at(-1)?.headers).toMatchObject({
      authorization: `Bearer ${world.token}`,
      'x-qifutong-gateway': GATEWAY_TOKEN,
    });
  });

  const nobody: [string, () => Promise<string | undefined>][] = [
    ['no token', async () => Promise.resolve(undefined)],
    ['not a token', async () => Promise.resolve('Bearer rubbish')],
    ['another scheme', async () => Promise.resolve(`Basic ${world.token}`)],
    [
      'an expired token',
      async () => `Bearer ${await world.issuer.token({}, { expiresAt: Math.floor(Date.now() / 1000) - 60 })}`,
    ],
    ['another audience', async () => `Bearer ${await world.issuer.token({}, { audience: 'elsewhere' })}`],
    ['another issuer', async () => `Bearer ${await world.issuer.token({}, { issuer: 'https://elsewhere.example' })}`],
    ['alg none', async () => Promise.resolve(`Bearer ${world.issuer.unsignedToken()}`)],
    ['HS256 with the public key as secret', async () => `Bearer ${await world.issuer.hs256Token()}`],
    ['a changed token', async () => Promise.resolve(`Bearer ${world.token.slice(0, -8)}AAAAAAAA`)],
  ];

  it.each(nobody)('%s is nobody', async (_, authorization) => {
    const before = world.intake.heard.length;
    const answer = await askAs(await authorization());
    expect(codes(answer)).toEqual(['UNAUTHENTICATED']);
    expect(answer.status).toBe(401);
    expect(answer.headers.get('www-authenticate')).toBe('Bearer');
    expect(answer.body.data).toBeUndefined();
    expect(world.intake.heard).toHaveLength(before);
  });

  it('counts who was refused', async () => {
    await askAs();
    const metrics = await (await fetch(`${world.url}/metrics`)).text();
    expect(metrics).toMatch(/qft_graphql_request_seconds_count\{[^}]*outcome="UNAUTHENTICATED"[^}]*\} [1-9]/);
  });

  it('an issuer that is away is our fault, not the caller’s', async () => {
    await using lonely = await startWorld({ OIDC_ISSUER: 'http://127.0.0.1:9' });
    const answer = await lonely.ask('{ firm(creditCode: "F1") { name } }');
    expect(codes(answer)).toEqual(['SERVICE_UNAVAILABLE']);
    expect(answer.status).toBe(503);
    const ready = await fetch(`${lonely.url}/readyz`);
    expect(ready.status).toBe(503);
    expect(await ready.json()).toMatchObject({
      ready: false,
      dependencies: { issuer: expect.not.stringMatching('ok'), intake: 'ok' },
    });
  });
});
