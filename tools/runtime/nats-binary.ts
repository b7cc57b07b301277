import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, copyFile, mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { searchPath } from './environment.ts';
import { fetchFromDebian } from './nats-debian.ts';
import { fetchRelease } from './nats-release.ts';

/** Older ones ignore atomic batches and message TTL, and lose messages after a stream fell behind its consumer. */
export const NATS_FLOOR = [2, 14] as const;

export interface NatsSearch {
  readonly runtimeDir: string;
  readonly log: (line: string) => void;
  /** Folders to look in instead of PATH. */
  readonly path?: readonly string[];
  /** Ways to fetch it when it is nowhere, tried in order. */
  readonly fetchers?: Readonly<Record<string, Fetcher>>;
}

/** Puts a nats-server into a folder that is thrown away afterwards, and answers its path. */
export type Fetcher = (folder: string, isUsable: (binary: string) => Promise<boolean>) => Promise<string>;

const FETCHERS = {
  'a newer suite by a private apt': fetchFromDebian,
  'the official release': async (folder: string) => await fetchRelease(folder),
};

/**
 * Path of a nats-server >= 2.14: on PATH, fetched earlier, or fetched now. Throws an Error that names every way and
 * why it failed.
 */
export async function findNatsServer({
  runtimeDir,
  log,
  path = searchPath(),
  fetchers = FETCHERS,
}: NatsSearch): Promise<string> {
  const kept = join(runtimeDir, 'programs', 'nats-server');
  for (const candidate of [...path.map((folder) => join(folder, 'nats-server')), kept]) {
    if (await isUsable(candidate)) return candidate;
  }
  const faults = [`PATH and ${kept}: none, or older than ${NATS_FLOOR.join('.')}`];
  for (const [name, fetcher] of Object.entries(fetchers)) {
    log(`nats: fetching nats-server from ${name}`);
    try {
      await keep(fetcher, runtimeDir, kept);
      return kept;
    } catch (error) {
      faults.push(`${name}: ${reasonOf(error)}`);
    }
  }
  throw new Error(
    `no nats-server >= ${NATS_FLOOR.join('.')} could be had:\n  - ${faults.join('\n  - ')}\n` +
      'Set NATS_URL to a running server, or install nats-server and put it on PATH.',
  );
}

async function keep(fetcher: Fetcher, runtimeDir: string, kept: string): Promise<void> {
  await mkdir(join(runtimeDir, 'programs'), { recursive: true });
  const folder = await mkdtemp(join(runtimeDir, 'programs', 'fetching-'));
  try {
    const fetched = await fetcher(folder, isUsable);
    const draft = join(folder, 'nats-server.draft');
    await copyFile(fetched, draft);
    await chmod(draft, 0o755);
    if (!(await isUsable(draft))) throw new Error('what was fetched is too old, or does not run here');
    await rename(draft, kept);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function isUsable(binary: string): Promise<boolean> {
  if (!existsSync(binary)) return false;
  try {
    const { stdout } = await promisify(execFile)(binary, ['--version'], { timeout: 10_000 });
    const [, major, minor] = /v(\d+)\.(\d+)\./.exec(stdout) ?? [];
    return Number(major) > NATS_FLOOR[0] || (Number(major) === NATS_FLOOR[0] && Number(minor) >= NATS_FLOOR[1]);
  } catch {
    return false;
  }
}

function reasonOf(error: unknown): string {
  const { message, cause } = error as Error;
  return cause instanceof Error ? `${message} (${cause.message})` : message;
}
