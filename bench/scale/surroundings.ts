import { join } from 'node:path';
import { gatewayHeaders, type Asker } from '@qifutong/testkit/boot';
import { testIssuer, type TestIssuer } from '@qifutong/testkit/issuer';
import type { Service } from '@qifutong/platform/service';
import pg from 'pg';
import { runtimeDir } from '../../tools/runtime/environment.ts';
import { findNatsServer, startNats } from '../../tools/runtime/nats.ts';
import { freePort } from '../../tools/runtime/ports.ts';
import { startPostgres } from '../../tools/runtime/postgres.ts';

export interface Surroundings {
  readonly superuserUrl: string;
  readonly natsUrl: string;
  readonly issuer: TestIssuer;
}

const SETTINGS = { max_wal_size: '8GB', checkpoint_timeout: '30min' };

/** Servers of the benchmark's own, in a folder that is gone afterwards. */
export async function surroundings(dir: string): Promise<Surroundings & { stop(): Promise<void> }> {
  const log = () => undefined;
  const binary = await findNatsServer({ runtimeDir: runtimeDir(), log });
  const nats = await startNats({ dir: join(dir, 'nats'), port: await freePort(), token: 'bench', binary, log });
  const postgres = await startPostgres({ dir: join(dir, 'postgres'), port: await freePort(), log, settings: SETTINGS });
  const issuer = await testIssuer();
  const stop = async () => {
    await Promise.all([issuer.stop(), nats.stop(), postgres.stop()]);
  };
  return { superuserUrl: postgres.superuserUrl, natsUrl: nats.url.replace('://', '://bench@'), issuer, stop };
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
