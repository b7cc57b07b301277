import { join } from 'node:path';
import { gatewayHeaders, type Asker } from '@qifutong/testkit/boot';
import { testIssuer, type TestIssuer } from '@qifutong/testkit/issuer';
import type { Service } from '@qifutong/platform/service';
import pg from 'pg';
import { runtimeDir } from '../../tools/runtime/environment.ts';
import { findNatsServer, startNats } from '../../tools/runtime/nats.ts';
import { freePort } from '../../tools/runtime/ports.ts';
import { startPostgres } from '../../tools/runtime/postgres.ts';

/** What a benchmark of a service's own needs around it. */
export interface Surroundings {
  readonly superuserUrl: string;
  readonly natsUrl: string;
  readonly issuer: TestIssuer;
}

const SETTINGS = { max_wal_size: '8GB', checkpoint_timeout: '30min' };

/**
 * Servers of the benchmark's own, in a folder that is gone afterwards.
 * @param settings of Postgres, beside those that keep checkpoints out of the measurement
 */
export async function surroundings(
  dir: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<Surroundings & { readonly postgresPid: number; stop(): Promise<void> }> {
  const log = () => undefined;
  const binary = await findNatsServer({ runtimeDir: runtimeDir(), log });
  const nats = await startNats({ dir: join(dir, 'nats'), port: await freePort(), token: 'bench', binary, log });
  const options = { dir: join(dir, 'postgres'), port: await freePort(), log, settings: { ...SETTINGS, ...settings } };
  const postgres = await startPostgres(options);
  const issuer = await testIssuer();
  const stop = async () => {
    await Promise.all([issuer.stop(), nats.stop(), postgres.stop()]);
  };
  const natsUrl = nats.url.replace('://', '://bench@');
  return { superuserUrl: postgres.superuserUrl, postgresPid: postgres.pid, natsUrl, issuer, stop };
}

/** @returns the URL of a new database of that name */
export async function emptyDatabase(superuserUrl: string, name: string): Promise<string> {
  const superuser = await connected(superuserUrl);
  await superuser.query(`create database ${name}`);
  await superuser.end();
  return superuserUrl.replace(/\/postgres$/, `/${name}`);
}

export async function connected(connectionString: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString });
  // ended with its server where the benchmark fails
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

/** Asks a service as the gateway asks it; throws on errors. */
export function asking({ app }: Service, issuer: TestIssuer) {
  return async <T>(asker: Asker, query: string, variables: object): Promise<T> => {
    const headers = await gatewayHeaders(issuer, asker);
    const answer = await app.inject({ method: 'POST', url: '/graphql', headers, payload: { query, variables } });
    const { data, errors } = answer.json<{ data?: T; errors?: unknown }>();
    if (errors || !data) throw new TypeError(JSON.stringify(errors));
    return data;
  };
}
