import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import { createUser, fromSeed } from '@nats-io/nkeys';
import { connect, nkeyAuthenticator } from '@nats-io/transport-node';
import type { ConnectionOptions } from '@nats-io/transport-node';
import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runtimeDir } from './environment.ts';
import { fetchRelease, pinnedRelease } from './nats-release.ts';
import { findNatsServer, startNats } from './nats.ts';
import type { EmbeddedNats, NatsOptions } from './nats.ts';
import { freePort, LOOPBACK } from './ports.ts';
import { isAlive, until } from './processes.ts';

const quiet = () => undefined;
const dir = mkdtempSync(join(tmpdir(), 'qft-nats-'));
const token = 'a "quoted" token';
let options: NatsOptions;
let running: EmbeddedNats;

beforeAll(async () => {
  const binary = await findNatsServer({ runtimeDir: runtimeDir(), log: quiet });
  options = { dir: join(dir, 'store'), port: await freePort(), token, binary, log: quiet };
  running = await startNats(options);
}, 240_000);
afterAll(async () => {
  await running.stop();
  rmSync(dir, { recursive: true });
});

async function client(how: ConnectionOptions) {
  return await connect({ servers: running.url, reconnect: false, ...how });
}

async function storedMessages(): Promise<number> {
  const connection = await client({ token });
  const { state } = await (await jetstreamManager(connection)).streams.info('NUMBERS');
  await connection.close();
  return state.messages;
}

describe('the embedded NATS', () => {
  it.each([
    ['no token', {}],
    ['a wrong token', { token: 'guess' }],
  ])('refuses a client with %s', async (_case, how) => {
    await expect(client(how)).rejects.toThrow('Authorization Violation');
  });

  it('keeps streams over a kill -9', async () => {
    const connection = await client({ token });
    await (await jetstreamManager(connection)).streams.add({ name: 'NUMBERS', subjects: ['numbers.>'] });
    await jetstream(connection).publish('numbers.one', 'eins');
    await connection.close();
    process.kill(running.pid, 'SIGKILL');
    await until(() => !isAlive(running.pid), 10_000);
    running = await startNats(options);
    expect(await storedMessages()).toBe(1);
  });

  it('flushes each message to disk, and keeps its token in a file that only its owner reads', () => {
    const file = join(options.dir, 'nats.conf');
    expect(readFileSync(file, 'utf8')).toContain('sync_interval: always');
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('is attached to when it runs already, and left running', async () => {
    const second = await startNats(options);
    await second.stop();
    expect([second.pid, isAlive(running.pid)]).toEqual([running.pid, true]);
  });

  it('is not attached to with another token', async () => {
    await expect(startNats({ ...options, token: 'another' })).rejects.toThrow(`NATS (process ${running.pid}) runs on`);
  });

  it('says why, with its log, when it does not come up', async () => {
    const faulty = startNats({ ...options, dir: join(dir, 'faulty'), port: await freePort(), accounts: 'accounts {' });
    await expect(faulty).rejects.toThrow('the embedded NATS did not start');
  });

  it('takes accounts with nkeys instead of the token', async () => {
    const seed = new TextDecoder().decode(createUser().getSeed());
    const accounts = `accounts { QIFUTONG { jetstream: enabled, users: [{ nkey: ${fromSeed(new TextEncoder().encode(seed)).getPublicKey()} }] } }`;
    const other = await startNats({ ...options, dir: join(dir, 'accounts'), port: await freePort(), accounts });
    try {
      const withKey = await connect({
        servers: other.url,
        reconnect: false,
        authenticator: nkeyAuthenticator(new TextEncoder().encode(seed)),
      });
      await withKey.close();
      await expect(connect({ servers: other.url, reconnect: false, token })).rejects.toThrow('Authorization Violation');
    } finally {
      await other.stop();
    }
  });
});

describe('looking for nats-server', () => {
  const program = (folder: string, version: string) => {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'nats-server'), `#!/bin/sh\necho "nats-server: v${version}"\n`);
    chmodSync(join(folder, 'nats-server'), 0o755);
    return join(folder, 'nats-server');
  };
  const search = (name: string) => ({ runtimeDir: join(dir, name), log: quiet, path: [] });

  it('passes over one on PATH that is too old', async () => {
    const [old, good] = [join(dir, 'old'), join(dir, 'good')];
    program(old, '2.10.27');
    const path = [join(dir, 'absent'), old, good];
    const found = program(good, '2.14.0');
    expect(await findNatsServer({ ...search('path'), path })).toBe(found);
  });

  it('fetches once and keeps what works', async () => {
    let fetched = 0;
    const fetchers = { fake: async (folder: string) => program(folder, `3.${fetched++}.0`) };
    const first = await findNatsServer({ ...search('keeps'), fetchers });
    expect([await findNatsServer({ ...search('keeps'), fetchers }), fetched]).toEqual([first, 1]);
  });

  it('leaves nothing behind of a fetched one that is too old, broken or missing, and names every way', async () => {
    const fetchers = {
      'way one': async (folder: string) => program(folder, '2.9.10'),
      'way two': async (folder: string) => {
        writeFileSync(join(folder, 'nats-server'), 'half a progr');
        return join(folder, 'nats-server');
      },
      'way three': async () => await Promise.reject(new Error('no network')),
    };
    const search3 = findNatsServer({ ...search('broken'), fetchers });
    await expect(search3).rejects.toThrow(
      /PATH and [^]*way one: what was fetched is too old[^]*way two: what was[^]*way three: no network[^]*NATS_URL/,
    );
    expect(readdirSync(join(dir, 'broken', 'programs'))).toEqual([]);
  });
});

describe('the official release', () => {
  it('is pinned for Linux on the two architectures we run on', () => {
    const pinned = (platform: string, arch: string) => pinnedRelease(platform, arch)?.url.replace(/.*\//, '');
    const found = [pinned('linux', 'x64'), pinned('linux', 'arm64'), pinned('darwin', 'arm64')];
    expect(found).toEqual([
      expect.stringMatching(/linux-amd64.tar.gz$/),
      expect.stringMatching(/linux-arm64.tar.gz$/),
      undefined,
    ]);
  });

  it('is unpacked when its checksum is right, and else refused', async () => {
    const source = join(dir, 'release', 'nats-server-v9');
    mkdirSync(source, { recursive: true });
    writeFileSync(join(source, 'nats-server'), 'the program');
    const archive = execFileSync('tar', ['-czf', '-', '-C', join(dir, 'release'), 'nats-server-v9']);
    const sha256 = createHash('sha256').update(archive).digest('hex');
    const server = createServer((_request, response) => response.end(archive)).listen(0, LOOPBACK);
    await once(server, 'listening');
    const url = `http://${LOOPBACK}:${(server.address() as { port: number }).port}/`;
    const unpacked = await fetchRelease(join(dir, 'right'), { url, sha256 });
    await expect(fetchRelease(join(dir, 'wrong'), { url, sha256: '0'.repeat(64) })).rejects.toThrow('checksum');
    server.close();
    expect([readFileSync(unpacked, 'utf8'), existsSync(join(dir, 'wrong'))]).toEqual(['the program', false]);
  });
});
