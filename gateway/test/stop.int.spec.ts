import { once } from 'node:events';
import { connect } from 'node:net';
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

  it('waits for nobody who is connected and has asked nothing, or has not asked to the end', async () => {
    await using world = await startWorld({ SHUTDOWN_GRACE_MS: '1500' });
    const asked = 'GET /healthz HTTP/1.1\r\nhost: x\r\n\r\n';
    const sockets = await Promise.all(
      ['', 'GET /healthz HT', asked, `${asked}GET /hea`].map((text) => say(world.url, text)),
    );
    await world.gateway.stop();
    expect(world.ear.said('did not stop in time')).toEqual([]);
    await Promise.all(sockets.map(({ closed }) => closed));
  });
});

/** A connection on which so much was said, once it was heard. */
async function say(url: string, text: string) {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname).on('error', () => undefined);
  const closed = new Promise((resolve) => socket.once('close', resolve));
  await once(socket, 'connect');
  socket.write(text);
  if (text.includes('\r\n\r\n')) await once(socket, 'data');
  else socket.resume();
  return { closed };
}

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
