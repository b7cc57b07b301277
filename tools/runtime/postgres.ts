import { join } from 'node:path';
import pg from 'pg';
import { childEnvironment } from './environment.ts';
import { claim, isOrphan } from './ownership.ts';
import { LOOPBACK, requireFree } from './ports.ts';
import { initialise } from './postgres-initdb.ts';
import { serverOf } from './postgres-pid-file.ts';
import { choosePlace } from './postgres-place.ts';
import type { Place } from './postgres-place.ts';
import { endProcess, spawnDetached, until } from './processes.ts';
import type { Detached } from './processes.ts';
import { secretFile } from './secrets.ts';

export interface EmbeddedPostgres {
  readonly port: number;
  readonly pid: number;
  /** Connection string of the superuser, with its password: never log it. */
  readonly superuserUrl: string;
  /** Fast shutdown; resolves once the process is gone. Leaves alone a server that another living process started. */
  readonly stop: () => Promise<void>;
}

export interface PostgresOptions {
  /** Where data, log and superuser password are kept (or below /var/lib/qifutong, see choosePlace). */
  readonly dir: string;
  readonly port: number;
  readonly log: (line: string) => void;
  /** Further server settings, as with `-c name=value`; they override ours. */
  readonly settings?: Readonly<Record<string, string>>;
  /** How long it may take until it accepts connections, crash recovery included. Default 60 s. */
  readonly startLimitMs?: number;
}

const SETTINGS = { listen_addresses: LOOPBACK, unix_socket_directories: '', max_connections: '200', fsync: 'on' };
const STOP = ['SIGINT', 'Postgres'] as const;

/**
 * Starts the embedded Postgres of `dir`, or attaches to the one that already runs on it. Throws an Error with the end
 * of the server's log when it does not come up, and one that names the process when it runs on another port.
 */
export async function startPostgres(options: PostgresOptions): Promise<EmbeddedPostgres> {
  const { dir, port, log } = options;
  const place = choosePlace(dir);
  const password = await secretFile(join(place.folder, 'superuser.password'));
  const data = await initialise(place, password, log);
  const superuserUrl = `postgres://postgres:${password}@${LOOPBACK}:${port}/postgres`;
  const running = serverOf(data);
  if (running.state === 'running') return await attach(running, place, superuserUrl, options);
  await requireFree(port, 'the embedded Postgres');
  const pid = await launch(place, data, superuserUrl, options);
  return { port, pid, superuserUrl, stop: async () => await endProcess(pid, ...STOP) };
}

type Running = Extract<ReturnType<typeof serverOf>, { state: 'running' }>;

async function attach(
  running: Running,
  place: Place,
  superuserUrl: string,
  options: PostgresOptions,
): Promise<EmbeddedPostgres> {
  const { port, log } = options;
  const { pid } = running;
  if (running.port !== port) {
    throw new Error(
      `Postgres (process ${pid}) runs on ${place.folder} already, at port ${running.port} and not ${port}: stop it first`,
    );
  }
  log(`postgres: attached to process ${pid}, which runs already`);
  await untilAccepting(superuserUrl, options, { pid, ending: () => undefined, log: () => '' });
  const orphaned = isOrphan(ownerFile(place), pid);
  if (orphaned) claim(ownerFile(place), pid);
  return { port, pid, superuserUrl, stop: async () => (orphaned ? await endProcess(pid, ...STOP) : undefined) };
}

async function launch(place: Place, data: string, superuserUrl: string, options: PostgresOptions): Promise<number> {
  for (const end = performance.now() + startLimit(options); ;) {
    const server = spawnServer(place, data, options);
    claim(ownerFile(place), server.pid);
    try {
      await untilAccepting(superuserUrl, options, server);
      return server.pid;
    } catch (error) {
      // The children of a killed server live on for a moment, and starting beside them would ruin the data.
      const mayRetry = server.log().includes('pre-existing shared memory block') && performance.now() < end;
      if (!mayRetry) {
        await endProcess(server.pid, ...STOP);
        throw error;
      }
    }
  }
}

function spawnServer(place: Place, data: string, { port, settings }: PostgresOptions): Detached {
  const stale = serverOf(data);
  // Postgres takes a lock file that names its grandparent for a stale one, and still looks for living children of the
  // killed server: removing the file would skip that. Needed when the number belongs to another program by now.
  const env = childEnvironment(stale.state === 'stale' ? { PG_GRANDPARENT_PID: String(stale.pid) } : {});
  const flags = Object.entries({ ...SETTINGS, ...settings }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  return spawnDetached({
    program: join(place.binaries, 'bin', 'postgres'),
    args: ['-D', data, '-p', String(port), ...flags],
    cwd: place.folder,
    logFile: join(place.folder, 'postgres.log'),
    account: place.account,
    env,
  });
}

async function untilAccepting(url: string, options: PostgresOptions, server: Detached): Promise<void> {
  let refusal: string | undefined;
  const over = async () => {
    if (server.ending() !== undefined) return true;
    refusal = await tryConnecting(url);
    return refusal === undefined;
  };
  const limitMs = startLimit(options);
  const inTime = await until(over, limitMs);
  const fault = server.ending() ?? (inTime ? undefined : `not ready within ${limitMs / 1000} s: ${refusal}`);
  if (fault !== undefined) throw new Error(`the embedded Postgres did not start (${fault})\n${server.log()}`);
}

async function tryConnecting(connectionString: string): Promise<string | undefined> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 5000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return undefined;
  } catch (error) {
    return (error as Error).message;
  } finally {
    await client.end().catch(() => undefined);
  }
}

function startLimit({ startLimitMs }: PostgresOptions): number {
  return startLimitMs ?? 60_000;
}

function ownerFile(place: Place): string {
  return join(place.folder, 'postgres.owner');
}

export interface ServiceDatabase {
  readonly database: string;
  readonly role: string;
  readonly password: string;
}

/**
 * Makes a login role and a database of its own for each service and bars everyone else from it. Safe to run again:
 * what exists is kept, the password is set each time.
 */
export async function ensureDatabases(superuserUrl: string, names: readonly ServiceDatabase[]): Promise<void> {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    await client.query('REVOKE CONNECT ON DATABASE postgres, template1 FROM PUBLIC');
    for (const name of names) await ensureDatabase(client, name);
  } finally {
    await client.end();
  }
}

async function ensureDatabase(client: pg.Client, { database, role, password }: ServiceDatabase): Promise<void> {
  const [db, owner, secret] = [
    client.escapeIdentifier(database),
    client.escapeIdentifier(role),
    client.escapeLiteral(password),
  ];
  const roles = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role]);
  if (roles.rowCount === 0) await client.query(`CREATE ROLE ${owner}`);
  await client.query(`ALTER ROLE ${owner} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD ${secret}`);
  const databases = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [database]);
  if (databases.rowCount === 0) await client.query(`CREATE DATABASE ${db} OWNER ${owner}`);
  await client.query(`ALTER DATABASE ${db} OWNER TO ${owner}`);
  await client.query(`REVOKE CONNECT, TEMPORARY ON DATABASE ${db} FROM PUBLIC`);
}
