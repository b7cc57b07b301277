import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Running {
  /** milliseconds of a core that it has used so far */
  cpuMs(): Promise<number>;
  stop(): Promise<void>;
}

async function cpuOf(child: ChildProcess): Promise<number> {
  const answered = once(child, 'message') as Promise<[NodeJS.CpuUsage]>;
  child.send('cpu');
  const [{ user, system }] = await answered;
  return (user + system) / 1_000;
}

/** Runs a file of this folder in a process of its own until it is stopped. */
export async function running(file: string, order: object): Promise<Running> {
  const child = fork(join(import.meta.dirname, file), { execArgv: process.execArgv, stdio: 'inherit' });
  const ended = once(child, 'exit');
  child.send(order);
  await Promise.race([
    once(child, 'message'),
    ended.then(() => Promise.reject(new TypeError(`${file} ended by itself`))),
  ]);
  const stop = async () => {
    child.kill('SIGKILL');
    await ended;
  };
  return { cpuMs: () => cpuOf(child), stop };
}

const TICK_MS = 10;

function statOf(pid: string): string[] {
  try {
    // the name may hold spaces: what counts comes after its bracket
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
  } catch {
    return [];
  }
}

/** Milliseconds of a core that a server's processes have used so far; NaN where there is no /proc. */
export function serverCpuMs(pid: number): number {
  try {
    const own = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
    const stats = own.map(statOf).filter(([, parent]) => parent === String(pid));
    return stats.reduce((sum, stat) => sum + (Number(stat[11]) + Number(stat[12])) * TICK_MS, 0);
  } catch {
    return Number.NaN;
  }
}
