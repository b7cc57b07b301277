import { execFile } from 'node:child_process';
import { chown, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Place } from './postgres-place.ts';

// With LC_CTYPE=C pg_trgm finds no trigrams in Chinese.
const LOCALE = [
  '--encoding=UTF8',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--locale=C',
  '--lc-ctype=C.UTF-8',
];

/** The data folder of a place; initialised on first use, wholly or not at all. */
export async function initialise(
  place: Place,
  superuserPassword: string,
  log: (line: string) => void,
): Promise<string> {
  const data = join(place.folder, 'data');
  if (existsSync(join(data, 'PG_VERSION'))) return data;
  log('postgres: first use, making the data folder');
  const [draft, passwordFile] = [join(place.folder, 'data.draft'), join(place.folder, 'initdb.password')];
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { mode: 0o700 });
  await rm(passwordFile, { force: true });
  await writeFile(passwordFile, superuserPassword, { mode: 0o600, flag: 'wx' });
  try {
    if (place.account)
      for (const path of [draft, passwordFile]) await chown(path, place.account.uid, place.account.gid);
    await runInitdb(place, draft, passwordFile);
  } finally {
    await rm(passwordFile, { force: true });
  }
  await rename(draft, data);
  return data;
}

async function runInitdb(place: Place, data: string, passwordFile: string): Promise<void> {
  const args = [
    `--pgdata=${data}`,
    '--username=postgres',
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--no-instructions',
  ];
  await promisify(execFile)(join(place.binaries, 'bin', 'initdb'), [...args, ...LOCALE], {
    cwd: place.folder,
    ...place.account,
  });
}
