import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * The content of a file that only we may read; made by `make` on first use. Two processes that make it at the
 * same time get the same content, and a process that dies half way leaves none.
 */
export async function secretFile(path: string, make: () => string | Promise<string> = randomSecret): Promise<string> {
  if (!existsSync(path)) {
    await mkdir(dirname(path), { recursive: true });
    const draft = `${path}.${randomBytes(6).toString('hex')}`;
    await writeFile(draft, await make(), { mode: 0o600, flag: 'wx' });
    await link(draft, path).catch((error: unknown) => {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    });
    await rm(draft);
  }
  return await readFile(path, 'utf8');
}

/** A first key for what is sealed (REPORTER_KEYS): named after the day it is made. */
export function randomSealingKey(): string {
  return `embedded-${new Date().toISOString().slice(0, 10)}:${randomBytes(32).toString('base64url')}`;
}

/** 256 random bits in hexadecimal. */
export function randomSecret(): string {
  return randomBytes(32).toString('hex');
}
