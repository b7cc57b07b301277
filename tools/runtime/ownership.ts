import { writeFileSync } from 'node:fs';
import { isAlive, readIfThere } from './processes.ts';

/** Notes in `file` that this process answers for the server `serverPid`. */
export function claim(file: string, serverPid: number): void {
  writeFileSync(file, `${serverPid} ${process.pid}\n`, { mode: 0o600 });
}

/**
 * Whether we started the server in an earlier life: it was claimed by a process that has died since (kill -9), so
 * that nobody else will ever stop it.
 */
export function isOrphan(file: string, serverPid: number): boolean {
  const [claimed, owner] = readIfThere(file).trim().split(' ').map(Number);
  return claimed === serverPid && owner !== undefined && !isAlive(owner);
}
