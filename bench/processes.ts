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

/** Milliseconds of a core that each of a server's processes has used so far; none where there is no /proc. */
export function serverCpu(pid: number): ReadonlyMap<string, number> {
  try {
    const stats = readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map((one) => [one, statOf(one)] as const);
    const own = stats.filter(([, [, parent]]) => parent === String(pid));
    return new Map(own.map(([one, stat]) => [one, (Number(stat[11]) + Number(stat[12])) * TICK_MS]));
  } catch {
    return new Map();
  }
}

/** What a server's processes that are still there have used since then. */
export function serverCpuSince(pid: number, before: ReadonlyMap<string, number>): number {
  return [...serverCpu(pid)].reduce((sum, [one, ms]) => sum + ms - (before.get(one) ?? 0), 0);
}
