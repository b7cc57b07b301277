import { join } from 'node:path';
import type { Database } from '@qifutong/persistence/database';
import type { ServiceDefinition } from '@qifutong/platform/definition';
import { createLog } from '@qifutong/platform/logging';
import { migrate } from '@qifutong/platform/migrate';
import { createService, type Service } from '@qifutong/platform/service';
import { gatewayHeaders, testConfig } from '@qifutong/testkit/boot';
import type { TestIssuer } from '@qifutong/testkit/issuer';
import pg from 'pg';
import { repositoryRoot } from '../../tools/runtime/environment.ts';
import type { Surroundings } from '../scale/register.ts';

interface Rebuilt {
  readonly firms: number;
  readonly entries: number;
  readonly differing: readonly string[];
}

interface Rebuild {
  run(how: { mend: boolean }): Promise<Rebuilt>;
}

/** Inspection on a database of its own, asked as the gateway asks it; neither its relay nor its jobs run. */
export interface Office {
  readonly client: pg.Client;
  readonly db: Database;
  readonly ask: <T>(role: string, query: string, variables: object) => Promise<T>;
  readonly rebuild: () => Promise<Rebuilt>;
  readonly stop: () => Promise<void>;
}

/** The built code: Node runs no decorators from sources. */
function built<T>(file: string): Promise<T> {
  return import(join(repositoryRoot, 'services/inspection/dist/src', file)) as Promise<T>;
}

async function emptyDatabase(superuserUrl: string, name: string): Promise<string> {
  const superuser = new pg.Client({ connectionString: superuserUrl });
  await superuser.connect();
  await superuser.query(`create database office_${name}`);
  await superuser.end();
  return superuserUrl.replace(/\/postgres$/, `/office_${name}`);
}

async function connected(connectionString: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString });
  // ended with its server where the benchmark fails
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

function asking({ app }: Service, issuer: TestIssuer): Office['ask'] {
  return async <T>(role: string, query: string, variables: object) => {
    const headers = await gatewayHeaders(issuer, { sub: `${role.toLowerCase()}-9`, roles: [role] });
    const answer = await app.inject({ method: 'POST', url: '/graphql', headers, payload: { query, variables } });
    const { data, errors } = answer.json<{ data?: T; errors?: unknown }>();
    if (errors || !data) throw new TypeError(JSON.stringify(errors));
    return data;
  };
}

export async function openOffice({ superuserUrl, natsUrl, issuer }: Surroundings, name: string): Promise<Office> {
  const databaseUrl = await emptyDatabase(superuserUrl, name);
  const { inspection } = await built<{ inspection: ServiceDefinition }>('service.js');
  const { LightRebuild } = await built<{ LightRebuild: new () => Rebuild }>('light/light-rebuild.service.js');
  await migrate(inspection, databaseUrl);
  const log = createLog('bench', 'silent');
  const service = await createService(inspection, testConfig({ databaseUrl, natsUrl, issuer }), { log });
  const client = await connected(databaseUrl);
  const rebuild = () => service.app.get(LightRebuild).run({ mend: false });
  const stop = async () => {
    await client.end();
    await service.stop();
  };
  return { client, db: service.db, ask: asking(service, issuer), rebuild, stop };
}
