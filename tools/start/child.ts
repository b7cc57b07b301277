import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { childEnvironment, repositoryRoot } from '../runtime/environment.ts';

const RESTART_AFTER_MS = 1_000;
const STOP_LIMIT_MS = 20_000;

export interface Program {
  readonly name: string;
  /** what node is given */
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly logFile: string;
}

/** A process that is kept running until it is stopped. */
export interface Supervised {
  readonly name: string;
  readonly logFile: string;
  pid(): number | undefined;
  /** how it ended, while it is not running */
  ended(): string | undefined;
  stop(): Promise<void>;
}

function launch({ args, env, logFile }: Program): ChildProcess {
  const output = openSync(logFile, 'a', 0o600);
  // in a group of its own Ctrl-C does not reach it; its standard input ends with us, whatever becomes of us
  const child = spawn(process.execPath, args, {
    cwd: repositoryRoot,
    env: childEnvironment(env),
    stdio: ['pipe', output, output],
    detached: true,
  });
  closeSync(output);
  child.stdin?.on('error', () => undefined);
  return child;
}

async function endChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.stdin?.end();
  child.kill('SIGTERM');
  const late = await Promise.race([gone, sleep(STOP_LIMIT_MS, 'late', { ref: false })]);
  if (late === 'late') child.kill('SIGKILL');
  await gone;
}

/** Starts a program and starts it again when it ends by itself. */
export function supervise(program: Program): Supervised {
  let stopping = false;
  let ending: string | undefined;
  let child = launch(program);
  const watch = (watched: ChildProcess) =>
    watched.once('exit', (code, signal) => {
      ending = signal ?? `exit code ${code}`;
      if (stopping) return;
      console.error(`${program.name} ended by itself (${ending}); starting it again. Its log: ${program.logFile}`);
      setTimeout(() => {
        if (stopping) return;
        child = watch(launch(program));
        ending = undefined;
      }, RESTART_AFTER_MS);
    });
  watch(child);
  return {
    name: program.name,
    logFile: program.logFile,
    pid: () => child.pid,
    ended: () => ending,
    stop: async () => {
      stopping = true;
      await endChild(child);
    },
  };
}
