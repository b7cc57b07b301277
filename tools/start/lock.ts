import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeProcess, isAlive } from '../runtime/processes.ts';

/** Thrown when the product runs already on the same runtime folder. */
export class AlreadyRunning extends Error {
  override readonly name = 'AlreadyRunning';
}

function holder(file: string): number | undefined {
  try {
    return Number(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/**
 * Takes the runtime folder for this process; given back by the function that is returned.
 * @throws AlreadyRunning naming the process that has it
 */
export function takeRuntime(runtimeDir: string): () => void {
  mkdirSync(runtimeDir, { recursive: true, mode: 0o755 });
  const file = join(runtimeDir, 'running.pid');
  const pid = holder(file);
  // after a kill -9 the number may belong to somebody else by now
  const ours =
    pid !== undefined &&
    pid !== process.pid &&
    isAlive(pid) &&
    describeProcess(pid).args.some((arg) => arg.includes('start.ts'));
  if (ours)
    throw new AlreadyRunning(`it is running already (process ${pid}); stop that one with Ctrl-C or kill ${pid}`);
  writeFileSync(file, String(process.pid));
  return () => rmSync(file, { force: true });
}
