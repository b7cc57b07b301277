import { execFile, fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { freePort } from '@qifutong/testkit/nats';
import type { Order, Point } from './intake-child.ts';

const root = join(import.meta.dirname, '../..');

/** Builds what the children run; nothing to do when it is built. */
export async function build(): Promise<void> {
  await promisify(execFile)(
    process.execPath,
    [join(root, 'node_modules/typescript/bin/tsc'), '-b', 'services/intake'],
    { cwd: root },
  );
}

export interface Child {
  readonly url: string;
  /** the signal that ended it */
  readonly ended: Promise<NodeJS.Signals | null>;
  kill(): Promise<void>;
}

async function readyOrEnded(child: ChildProcess, ended: Promise<unknown>, lines: readonly string[]): Promise<void> {
  const first = await Promise.race([once(child, 'message').then(() => 'ready'), ended]);
  // a fault may end it before it could say that it is ready
  if (first !== 'ready' && first !== 'SIGKILL') throw new TypeError(`the child ended by itself: ${lines.join('')}`);
}

/** Runs intake's built code in a process of its own, which ends itself at the given point. */
export async function startChild(order: Omit<Order, 'port' | 'point'>, point: Point): Promise<Child> {
  const port = await freePort();
  const child = fork(join(import.meta.dirname, 'intake-child.ts'), {
    execArgv: ['--no-warnings'],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const lines: string[] = [];
  child.stdout?.on('data', (chunk: Buffer) => lines.push(chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => lines.push(chunk.toString()));
  const ended = once(child, 'exit').then(([, signal]) => signal as NodeJS.Signals | null);
  child.send({ ...order, port, point } satisfies Order);
  await readyOrEnded(child, ended, lines);
  const kill = async () => {
    child.kill('SIGKILL');
    await ended;
  };
  return { url: `http://127.0.0.1:${port}/graphql`, ended, kill };
}
