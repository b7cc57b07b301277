import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectNats } from '@qifutong/messaging/connection';
import { environment } from './environment.ts';
import { eventually } from './eventually.ts';

export interface TestNats {
  readonly url: string;
  /** ends it as a power cut would */
  kill(): Promise<void>;
  /** starts it again on the same store and port */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** A port that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill(signal);
  });
}

function answers(url: string): Promise<boolean> {
  return connectNats(url, 'probe').then(
    (connection) => connection.close().then(() => true),
    () => false,
  );
}

/** A real nats-server with JetStream, for one spec file. */
export async function freshNats(): Promise<TestNats> {
  const dir = await mkdtemp(join(tmpdir(), 'qft-nats-'));
  const port = await freePort();
  const url = `nats://test-token@127.0.0.1:${port}`;
  const config = join(dir, 'nats.conf');
  await writeFile(
    config,
    `listen: 127.0.0.1:${port}\nauthorization { token: "test-token" }\njetstream { store_dir: "${dir}" }\n`,
  );
  let child: ChildProcess;
  const start = async () => {
    child = spawn(environment.natsServer, ['-c', config], { stdio: 'ignore' });
    await eventually(
      () => answers(url),
      (up) => up,
      10_000,
    );
  };
  await start();
  return {
    url,
    kill: () => ended(child, 'SIGKILL'),
    restart: start,
    stop: async () => {
      await ended(child, 'SIGTERM');
      await rm(dir, { recursive: true, force: true });
    },
  };
}
