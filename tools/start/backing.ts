import { join } from 'node:path';
import { given, ports, runtimeDir } from '../runtime/environment.ts';
import { findNatsServer, startNats } from '../runtime/nats.ts';
import { ensureDatabases, startPostgres } from '../runtime/postgres.ts';
import { LOOPBACK } from '../runtime/ports.ts';
import { secretFile } from '../runtime/secrets.ts';
import { keep, type Stoppable } from './keep.ts';
import type { Steps } from './steps.ts';

export const services = ['intake', 'taskforce', 'inspection'] as const;
export type ServiceName = (typeof services)[number];

export interface Databases {
  readonly urls: Readonly<Record<ServiceName, string>>;
  readonly embedded: boolean;
}

const quiet = () => undefined;

function givenUrls(): Partial<Record<ServiceName, string>> {
  const urls = services.flatMap((name) => {
    const url = given(`DATABASE_URL_${name.toUpperCase()}`);
    return url ? [[name, url] as const] : [];
  });
  return Object.fromEntries(urls);
}

/** The three databases: those that DATABASE_URL_* name, and embedded ones for the rest, each with a role of its own. */
export async function provideDatabases(run: Steps['run'], started: Stoppable[]): Promise<Databases> {
  const urls = givenUrls();
  const missing = services.filter((name) => !urls[name]);
  if (missing.length === 0) return { urls: urls as Record<ServiceName, string>, embedded: false };
  const port = ports().postgres;
  const postgres = await run('Postgres', () =>
    keep('Postgres', () => startPostgres({ dir: join(runtimeDir(), 'postgres'), port, log: quiet })),
  );
  started.push(postgres);
  const databases = await Promise.all(
    missing.map(async (name) => ({
      database: name,
      role: name,
      password: await secretFile(join(runtimeDir(), 'secrets', `database-${name}`)),
    })),
  );
  await run('databases and roles', () => ensureDatabases(postgres.first.superuserUrl, databases));
  const made = databases.map(({ database, role, password }) => [
    database,
    `postgres://${role}:${password}@${LOOPBACK}:${port}/${database}`,
  ]);
  return {
    urls: { ...Object.fromEntries(made), ...urls } as Record<ServiceName, string>,
    embedded: missing.length === services.length,
  };
}

/** The bus: what NATS_URL names, or an embedded one. */
export async function provideNats(run: Steps['run'], started: Stoppable[]): Promise<string> {
  const url = given('NATS_URL');
  if (url) return url;
  const binary = await run('nats-server (found or fetched)', () =>
    findNatsServer({ runtimeDir: runtimeDir(), log: quiet }),
  );
  const token = await secretFile(join(runtimeDir(), 'secrets', 'nats-token'));
  const port = ports().nats;
  const nats = await run('NATS with JetStream', () =>
    keep('NATS', () => startNats({ dir: join(runtimeDir(), 'nats'), port, token, binary, log: quiet })),
  );
  started.push(nats);
  return `nats://${token}@${LOOPBACK}:${port}`;
}
