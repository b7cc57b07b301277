import { spawn, spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, readlinkSync, statSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

const POLL_MS = 20;

export interface Account {
  readonly uid: number;
  readonly gid: number;
}

export interface Command {
  readonly program: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly logFile: string;
  readonly account?: Account | undefined;
  readonly env?: NodeJS.ProcessEnv;
}

export interface Detached {
  readonly pid: number;
  /** How it ended, or undefined while it runs. */
  readonly ending: () => string | undefined;
  /** What it has written to its log file since it was started, at most the last 4 KB. */
  readonly log: () => string;
}

/** Starts a program in a process group of its own, so that neither Ctrl-C nor our end reaches it. */
export function spawnDetached({ program, args, cwd, logFile, account, env }: Command): Detached {
  const from = existsSync(logFile) ? statSync(logFile).size : 0;
  const output = openSync(logFile, 'a', 0o600);
  const child = spawn(program, args, { cwd, detached: true, stdio: ['ignore', output, output], ...account, env });
  closeSync(output);
  let ending: string | undefined;
  child.on('error', (error) => (ending = error.message));
  child.on('exit', (code, signal) => (ending = signal ? `ended by ${signal}` : `ended with code ${code}`));
  child.unref();
  return {
    pid: child.pid ?? -1,
    ending: () => ending,
    log: () => readFileSync(logFile).subarray(from).subarray(-4096).toString(),
  };
}

/** Whether a process with this id runs. One that has ended, all threads, but was not yet reaped does not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  const [state, ...fields] = readIfThere(`/proc/${pid}/stat`)
    .replace(/^.*\) /s, '')
    .split(' ');
  const threads = Number(fields[16]);
  return state !== 'Z' || threads > 1;
}

/** The program and arguments of a process, and the folder it works in; empty when there is no such process. */
export function describeProcess(pid: number): { args: string[]; cwd: string | undefined } {
  if (existsSync('/proc/self/cmdline')) {
    return { args: readIfThere(`/proc/${pid}/cmdline`).split('\0').filter(Boolean), cwd: folderOf(pid) };
  }
  const { stdout } = spawnSync('ps', ['-ww', '-o', 'args=', '-p', String(pid)], { encoding: 'utf8' });
  return { args: stdout.trim().split(' ').filter(Boolean), cwd: undefined };
}

/** Signals a process and waits until it is gone; throws an Error that names it when it stays longer than `limitMs`. */
export async function endProcess(pid: number, signal: NodeJS.Signals, what: string, limitMs = 60_000): Promise<void> {
  if (pid > 0 && isAlive(pid)) process.kill(pid, signal);
  const gone = await until(() => !isAlive(pid), limitMs);
  if (!gone) throw new Error(`${what} (process ${pid}) did not stop within ${limitMs / 1000} s of ${signal}`);
}

/** Asks again and again until the answer is yes (true) or the time is over (false). */
export async function until(ask: () => boolean | Promise<boolean>, limitMs: number): Promise<boolean> {
  const end = performance.now() + limitMs;
  while (!(await ask())) {
    if (performance.now() > end) return false;
    await sleep(POLL_MS);
  }
  return true;
}

/** The text of a file, or nothing when it is not there or not ours to read. */
export function readIfThere(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

function folderOf(pid: number): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return undefined;
  }
}
