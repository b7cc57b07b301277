import { describe, expect, it } from '@jest/globals';
import { readGatewayConfig } from '../src/config.ts';
import { startWorld } from './world.ts';

describe('a gateway that is told to stop', () => {
  it('finishes what is in hand and takes nothing more', async () => {
    await using world = await startWorld();
    const inHand = world.ask('{ slow }');
    await world.held.gate.reached;
    const stopped = world.gateway.stop();
    let refused = false;
    while (!refused)
      refused = await fetch(`${world.url}/healthz`, { headers: { connection: 'close' } }).then(
        (answer) => answer.status === 503,
        () => true,
      );
    world.held.gate.open();
    const answer = await inHand;
    await stopped;
    expect([answer.status, answer.body]).toEqual([200, { data: { slow: 'done' } }]);
    expect(world.ear.said('did not stop in time')).toEqual([]);
  });
});

describe('a gateway that is set up wrongly', () => {
  it('says all that is wrong at once', () => {
    const settings = {
      OIDC_ISSUER: 'here',
      SUBGRAPH_URL_INTAKE: 'ftp://x',
      SUBGRAPH_TIMEOUT_MS: 'soon',
      NODE_ENV: 'prod',
    };
    expect(() => readGatewayConfig(settings)).toThrow(
      /OIDC_ISSUER[^]*GATEWAY_TOKEN: is not set[^]*NODE_ENV[^]*SUBGRAPH_URL_INTAKE: must be an http[^]*SUBGRAPH_TIMEOUT_MS/,
    );
  });

  it('finds the services beside it where nothing else is said', () => {
    const config = readGatewayConfig({
      OIDC_ISSUER: 'http://127.0.0.1:5000',
      GATEWAY_TOKEN: 'x'.repeat(32),
      PORT_BASE: '4100',
    });
    expect(Object.values(config.subgraphs).map(String)).toEqual([
      'http://127.0.0.1:4101/graphql',
      'http://127.0.0.1:4102/graphql',
      'http://127.0.0.1:4103/graphql',
    ]);
  });
});
