import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freshNats, type TestNats } from '@qifutong/testkit/nats';
import { readGatewayConfig } from '../src/config.ts';
import { follow } from './live.ts';
import { startWorld, type World } from './world.ts';

const SCREEN = 'https://screen.example';
const PHONE = 'http://phone.example:8443';
const STRANGER = 'https://stranger.example';
const ALLOWED = 'access-control-allow-origin';

let nats: TestNats;
let world: World;
beforeAll(async () => {
  nats = await freshNats();
  world = await startWorld({ CORS_ORIGINS: `${SCREEN}, ${PHONE}`, NATS_URL: nats.url });
});
afterAll(async () => {
  await world?.stop();
  await nats?.stop();
});

const preflight = (origin: string, of = world) =>
  fetch(`${of.url}/graphql`, {
    method: 'OPTIONS',
    headers: {
      origin,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'authorization,content-type',
    },
  });
const asked = (origin: string, of = world) =>
  of.send({ method: 'POST', headers: { ...of.headers, origin }, body: JSON.stringify({ query: '{ __typename }' }) });

describe('a page of another host', () => {
  it.each([SCREEN, PHONE])('that is named may ask, with its token: %s', async (origin) => {
    const { status, headers } = await preflight(origin);
    expect([status, headers.get(ALLOWED), headers.get('access-control-allow-headers')]).toEqual([
      204,
      origin,
      'authorization,content-type',
    ]);
    expect(headers.get('access-control-allow-credentials')).toBeNull();
    expect((await asked(origin)).headers.get(ALLOWED)).toBe(origin);
  });

  it('that is named may follow a query', async () => {
    const one = await follow(world.url, world.token, { query: '{ tasks { id } }' }, { origin: SCREEN });
    await one.told(1);
    expect([one.status, one.headers[ALLOWED]]).toEqual([200, SCREEN]);
    one.leave();
  });

  it('that is not named may not', async () => {
    expect([(await preflight(STRANGER)).headers.get(ALLOWED), (await asked(STRANGER)).headers.get(ALLOWED)]).toEqual([
      null,
      null,
    ]);
  });

  it('may not where none is named', async () => {
    await using closed = await startWorld();
    expect([
      (await preflight(SCREEN, closed)).headers.get(ALLOWED),
      (await asked(SCREEN, closed)).headers.get(ALLOWED),
    ]).toEqual([null, null]);
  });

  it.each(['*', 'screen.example', `${SCREEN}/`, `${SCREEN}/map`, `${SCREEN} ${PHONE}`, 'null', 'ftp://x', 'HTTPS://x'])(
    'is named by its origin; %s is none',
    (named) => {
      const settings = { OIDC_ISSUER: SCREEN, GATEWAY_TOKEN: 'x'.repeat(32), CORS_ORIGINS: `${PHONE},${named}` };
      expect(() => readGatewayConfig(settings)).toThrow(/CORS_ORIGINS: must be origins/);
    },
  );
});
