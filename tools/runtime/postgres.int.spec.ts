import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { freePort, LOOPBACK } from './ports.ts';
import { choosePlace } from './postgres-place.ts';
import { ensureDatabases, startPostgres } from './postgres.ts';
import type { EmbeddedPostgres } from './postgres.ts';
import { isAlive, until } from './processes.ts';

const NAMES = ['intake', 'taskforce'].map((name) => ({ database: name, role: name, password: `it's ${name}` }));

const dir = mkdtempSync(join(tmpdir(), 'qft-postgres-'));
chmodSync(dir, 0o755);
const quiet = () => undefined;
let port: number;
let running: EmbeddedPostgres;

const start = async () => await startPostgres({ dir, port, log: quiet, settings: { shared_buffers: '16MB' } });
beforeAll(async () => {
  port = await freePort();
  running = await start();
  await ensureDatabases(running.superuserUrl, NAMES);
}, 60_000);
afterAll(async () => {
  await running.stop();
  rmSync(dir, { recursive: true });
});

async function askAsSuperuser(sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: running.superuserUrl });
  await client.connect();
  const { rows } = await client.query<Record<string, unknown>>(sql);
  await client.end();
  return rows.flatMap((row) => Object.values(row));
}

async function ask(role: string, database: string, sql: string, password = `it's ${role}`): Promise<unknown[]> {
  const client = new pg.Client({ host: LOOPBACK, port, user: role, database, password });
  try {
    await client.connect();
    return (await client.query<Record<string, unknown>>(sql)).rows.flatMap((row) => Object.values(row));
  } finally {
    await client.end();
  }
}

async function killServer(): Promise<void> {
  process.kill(running.pid, 'SIGKILL');
  await until(() => !isAlive(running.pid), 10_000);
}

describe('the embedded Postgres', () => {
  it('listens on loopback alone, with the settings that were asked for', async () => {
    const sql = `SELECT string_agg(setting, '|' ORDER BY name) FROM pg_settings
      WHERE name IN ('fsync', 'listen_addresses', 'max_connections', 'shared_buffers', 'unix_socket_directories')`;
    expect(await askAsSuperuser(sql)).toEqual([`on|${LOOPBACK}|200|2048|`]);
  });

  it('finds trigrams in Chinese', async () => {
    await ask('intake', 'intake', 'CREATE EXTENSION pg_trgm');
    expect(await ask('intake', 'intake', `SELECT cardinality(show_trgm('宁海复工'::text)) > 0`)).toEqual([true]);
  });

  it('wants a password, and keeps that of the superuser to its owner', async () => {
    const file = join(choosePlace(dir).folder, 'superuser.password');
    await expect(ask('intake', 'intake', 'SELECT 1', 'wrong')).rejects.toThrow('password authentication failed');
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it.each([
    ['intake', 'taskforce'],
    ['taskforce', 'intake'],
    ['intake', 'postgres'],
    ['intake', 'template1'],
  ])('bars the role %s from the database %s', async (role, database) => {
    await expect(ask(role, database, 'SELECT 1')).rejects.toThrow(`permission denied for database "${database}"`);
  });

  it('sets the passwords again and keeps what is stored', async () => {
    await ask('intake', 'intake', 'CREATE TABLE kept AS SELECT 42 AS answer');
    await ensureDatabases(running.superuserUrl, [{ database: 'intake', role: 'intake', password: 'another' }]);
    const stored = await ask('intake', 'intake', 'SELECT answer FROM kept', 'another');
    await ensureDatabases(running.superuserUrl, NAMES);
    expect(stored).toEqual([42]);
  });
});

describe('starting', () => {
  it('attaches to the server that runs already, and leaves it running', async () => {
    const second = await start();
    await second.stop();
    expect([second.pid, isAlive(running.pid)]).toEqual([running.pid, true]);
  });

  it('refuses the data of a server that runs on another port', async () => {
    await expect(startPostgres({ dir, port: port + 1, log: quiet })).rejects.toThrow(
      `at port ${port} and not ${port + 1}`,
    );
  });

  it('recovers after a kill -9', async () => {
    await killServer();
    running = await start();
    expect(await ask('intake', 'intake', 'SELECT answer FROM kept')).toEqual([42]);
  });

  it('is not held up by a stale postmaster.pid whose number another program has now', async () => {
    await killServer();
    const { folder, account } = choosePlace(dir);
    const other = spawn('sleep', ['60'], { ...account, stdio: 'ignore' });
    const file = join(folder, 'data', 'postmaster.pid');
    writeFileSync(file, readFileSync(file, 'utf8').replace(/^\d+/, String(other.pid)));
    try {
      running = await start();
      expect([other.exitCode, await ask('intake', 'intake', 'SELECT answer FROM kept')]).toEqual([null, [42]]);
    } finally {
      other.kill();
      await once(other, 'exit');
    }
  });

  it('names the port that somebody else has', async () => {
    const taken = createServer().listen(0, LOOPBACK);
    await once(taken, 'listening');
    const { port: theirs } = taken.address() as { port: number };
    await running.stop();
    await expect(startPostgres({ dir, port: theirs, log: quiet })).rejects.toThrow(
      `port ${theirs}, wanted by the embedded Postgres`,
    );
    taken.close();
    running = await start();
  });

  it('says why, with the end of the log, when the server does not come up', async () => {
    await running.stop();
    const faulty = startPostgres({ dir, port, log: quiet, settings: { shared_buffers: 'many' } });
    await expect(faulty).rejects.toThrow('invalid value for parameter "shared_buffers": "many"');
    running = await start();
  });
});

describe('a server whose parent was killed', () => {
  it('is taken over at the next start, and stopped with it', async () => {
    await running.stop();
    const script = `import { startPostgres } from ${JSON.stringify(new URL('./postgres.ts', import.meta.url).href)};
      await startPostgres({ dir: ${JSON.stringify(dir)}, port: ${port}, log: () => undefined });
      process.kill(process.pid, 'SIGKILL');`;
    const parent = spawn(process.execPath, ['--input-type=module', '--eval', script], { stdio: 'inherit' });
    expect(await once(parent, 'exit')).toEqual([null, 'SIGKILL']);
    running = await start();
    const { pid } = running;
    const survived = isAlive(pid);
    await running.stop();
    expect([survived, isAlive(pid)]).toEqual([true, false]);
    running = await start();
  });
});
