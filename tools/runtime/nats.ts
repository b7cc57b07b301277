import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { natsConfiguration, natsPidFile } from './nats-config.ts';
import { claim, isOrphan } from './ownership.ts';
import { LOOPBACK, requireFree } from './ports.ts';
import { describeProcess, endProcess, isAlive, readIfThere, spawnDetached, until } from './processes.ts';
import type { Detached } from './processes.ts';

export { findNatsServer } from './nats-binary.ts';

export interface EmbeddedNats {
  readonly port: number;
  readonly pid: number;
  /** Without credentials: the client takes the token as an option and reads none from a URL. */
  readonly url: string;
  /** Ends the server; resolves once the process is gone. Leaves alone a server that another living process started. */
  readonly stop: () => Promise<void>;
}

export interface NatsOptions {
  /** Where streams, configuration and log are kept. */
  readonly dir: string;
  readonly port: number;
  readonly monitorPort?: number;
  /** What clients have to show. */
  readonly token: string;
  /** Configuration text `accounts { … }` that replaces the token: see NatsAccess. */
  readonly accounts?: string;
  /** Path of nats-server, from findNatsServer. */
  readonly binary: string;
  readonly log: (line: string) => void;
}

const START_LIMIT_MS = 30_000;
const STOP = ['SIGTERM', 'NATS'] as const;

/**
 * Starts the embedded NATS with JetStream in `dir`, or attaches to the one that already runs on it. Throws an Error
 * with the server's log when it does not come up, or that names the process when it runs with other settings.
 */
export async function startNats(options: NatsOptions): Promise<EmbeddedNats> {
  const { dir, port, token, accounts, monitorPort } = options;
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const configuration = natsConfiguration({
    dir,
    port,
    monitorPort,
    access: accounts === undefined ? { token } : { accounts },
  });
  const running = runningOn(dir);
  const { pid, ours } =
    running === undefined ? await launch(options, configuration) : await attach(running, options, configuration);
  return {
    port,
    pid,
    url: `nats://${LOOPBACK}:${port}`,
    stop: async () => (ours ? await endProcess(pid, ...STOP) : undefined),
  };
}

type Held = { readonly pid: number; readonly ours: boolean };

async function launch({ binary, dir, port }: NatsOptions, configuration: string): Promise<Held> {
  await requireFree(port, 'the embedded NATS');
  const file = configFile(dir);
  writeFileSync(file, configuration, { mode: 0o600 });
  chmodSync(file, 0o600);
  const server = spawnDetached({ program: binary, args: ['-c', file], cwd: dir, logFile: join(dir, 'nats.log') });
  claim(ownerFile(dir), server.pid);
  try {
    await untilReady(server, port);
  } catch (error) {
    await endProcess(server.pid, ...STOP);
    throw error;
  }
  return { pid: server.pid, ours: true };
}

async function attach(pid: number, { dir, port, log }: NatsOptions, configuration: string): Promise<Held> {
  if (readIfThere(configFile(dir)) !== configuration) {
    throw new Error(`NATS (process ${pid}) runs on ${dir} already, with another port or other settings: stop it first`);
  }
  log(`nats: attached to process ${pid}, which runs already`);
  await untilReady({ pid, ending: () => undefined, log: () => '' }, port);
  const ours = isOrphan(ownerFile(dir), pid);
  if (ours) claim(ownerFile(dir), pid);
  return { pid, ours };
}

function runningOn(dir: string): number | undefined {
  const pid = Number(readIfThere(natsPidFile(dir)));
  if (!Number.isInteger(pid) || pid <= 0 || !isAlive(pid)) return undefined;
  return describeProcess(pid).args.includes(configFile(dir)) ? pid : undefined;
}

function configFile(dir: string): string {
  return join(dir, 'nats.conf');
}

function ownerFile(dir: string): string {
  return join(dir, 'nats.owner');
}

async function untilReady(server: Detached, port: number): Promise<void> {
  const inTime = await until(async () => server.ending() !== undefined || (await greets(port)), START_LIMIT_MS);
  const fault = server.ending() ?? (inTime ? undefined : `not ready within ${START_LIMIT_MS / 1000} s`);
  if (fault !== undefined) throw new Error(`the embedded NATS did not start (${fault})\n${server.log()}`);
}

/** A server accepts connections before it greets; with JetStream it greets once the streams are restored. */
async function greets(port: number): Promise<boolean> {
  const socket = connect({ port, host: LOOPBACK });
  try {
    for await (const chunk of socket) return String(chunk).startsWith('INFO ');
    return false;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}
