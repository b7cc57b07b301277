import { createServer, type Server } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freshNats, type TestNats } from '@qifutong/testkit/nats';
import { connectNats, isSupportedServer } from './connection.ts';

describe('a nats-server', () => {
  it.each([
    ['2.9.25', false],
    ['2.10.27', false],
    ['2.13.99', false],
    ['2.14.0', true],
    ['2.14.0-RC.1', true],
    ['2.15.1', true],
    ['3.0.0', true],
    ['1.99.0', false],
    ['0', false],
    ['', false],
  ])('of version %s is supported: %s', (version, supported) => {
    expect(isSupportedServer(version)).toBe(supported);
  });
});

/** As much of an old server as a client sees before it has asked for anything. */
function oldServer(): Promise<{ server: Server; port: number }> {
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.write('INFO {"server_id":"OLD","version":"2.10.27","proto":1,"headers":true,"max_payload":1048576}\r\n');
    socket.on('data', (chunk) => void (chunk.includes('PING') && socket.write('PONG\r\n')));
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve({ server, port: (server.address() as { port: number }).port }));
  });
}

describe('connecting', () => {
  let nats: TestNats;
  beforeAll(async () => {
    nats = await freshNats();
  });
  afterAll(() => nats.stop());

  it('is refused by name when the server is too old, and leaves no connection behind', async () => {
    const { server, port } = await oldServer();
    await expect(connectNats(`nats://127.0.0.1:${port}`, 'spec')).rejects.toThrow(
      new TypeError('nats-server 2.10.27 is too old: at least 2.14 is needed'),
    );
    await new Promise((resolve) => server.close(resolve));
  });

  it('shows the token of the URL', async () => {
    const connection = await connectNats(nats.url, 'spec');
    const alive = await connection.flush().then(() => true);
    await connection.close();
    expect(alive).toBe(true);
  });

  it('fails without the token', async () => {
    await expect(connectNats(nats.url.replace('test-token', 'another-token'), 'spec')).rejects.toThrow(
      /Authorization/i,
    );
  });
});
