import { existsSync, realpathSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describeProcess, isAlive, readIfThere } from './processes.ts';

export type ServerState =
  | { readonly state: 'running'; readonly pid: number; readonly port: number }
  | { readonly state: 'stale'; readonly pid: number }
  | { readonly state: 'absent' };

/**
 * What postmaster.pid of a data folder stands for: a living server, one that was killed (its number may belong to
 * another program by now), or nothing.
 */
export function serverOf(data: string): ServerState {
  const lines = readIfThere(join(data, 'postmaster.pid')).split('\n');
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  if (!Number.isInteger(pid) || pid <= 0) return { state: 'absent' };
  return isAlive(pid) && isServerOn(pid, data) ? { state: 'running', pid, port } : { state: 'stale', pid };
}

function isServerOn(pid: number, data: string): boolean {
  const { args, cwd } = describeProcess(pid);
  const isPostgres = ['postgres', 'postmaster'].includes(basename(args[0] ?? ''));
  return isPostgres && (args.includes(data) || (cwd !== undefined && existsSync(data) && cwd === realpathSync(data)));
}
