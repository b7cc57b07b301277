import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { childEnvironment, repositoryRoot } from '../runtime/environment.ts';

const run = promisify(execFile);

/** Runs a program of ours to its end; its words go to the log. Throws an Error with them when it fails. */
export async function runToEnd(program: string, env: Record<string, string>, logFile: string): Promise<void> {
  const ended = await run(process.execPath, [program], { cwd: repositoryRoot, env: childEnvironment(env) }).catch(
    (cause: unknown) => {
      const { stdout = '', stderr = '' } = cause as { stdout?: string; stderr?: string };
      throw new Error(`${program} failed:\n${stdout}${stderr}`, { cause });
    },
  );
  writeFileSync(logFile, ended.stdout, { flag: 'a', mode: 0o600 });
}
