import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { repositoryRoot } from '../runtime/environment.ts';

const run = promisify(execFile);

/** Compiles what has changed. Throws an Error with the compiler's words. */
export async function build(): Promise<void> {
  const compiler = join(repositoryRoot, 'node_modules', 'typescript', 'lib', 'tsc.js');
  await run(process.execPath, [compiler, '-b'], { cwd: repositoryRoot }).catch((cause: unknown) => {
    throw new Error(`the build failed:\n${(cause as { stdout?: string }).stdout ?? ''}`, { cause });
  });
}
