import { execFile, fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { promisify } from 'node:util';

const root = join(import.meta.dirname, '../..');

/** Builds what the children run; nothing to do when it is built. */
export async function built(service: 'intake' | 'taskforce'): Promise<void> {
  const arguments_ = [join(root, 'node_modules/typescript/bin/tsc'), '-b', `services/${service}`];
  await promisify(execFile)(process.execPath, arguments_, { cwd: root });
}

export interface KilledProcess {
  /** the signal that ended it */
  readonly ended: Promise<NodeJS.Signals | null>;
  kill(): Promise<void>;
}

async function readyOrEnded(child: ChildProcess, ended: Promise<unknown>, lines: readonly string[]): Promise<void> {
  const first = await Promise.race([once(child, 'message').then(() => 'ready'), ended]);
  // a fault may end it before it could say that it is ready
  if (first !== 'ready' && first !== 'SIGKILL') throw new TypeError(`the child ended by itself: ${lines.join('')}`);
}

/** Runs a file of this folder in a process of its own, tells it its order, and waits until it says that it is ready. */
export async function startProcess(file: string, order: object): Promise<KilledProcess> {
  const child = fork(join(import.meta.dirname, file), {
    execArgv: ['--no-warnings'],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const lines: string[] = [];
  child.stdout?.on('data', (chunk: Buffer) => lines.push(chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => lines.push(chunk.toString()));
  const ended = once(child, 'exit').then(([, signal]) => signal as NodeJS.Signals | null);
  child.send(order);
  await readyOrEnded(child, ended, lines);
  const kill = async () => {
    child.kill('SIGKILL');
    await ended;
  };
  return { ended, kill };
}
