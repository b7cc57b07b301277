import { join } from 'node:path';
import type { Database } from '@qifutong/persistence/database';
import type { ServiceDefinition } from '@qifutong/platform/definition';
import { createLog } from '@qifutong/platform/logging';
import { migrate } from '@qifutong/platform/migrate';
import { createService } from '@qifutong/platform/service';
import { testConfig } from '@qifutong/testkit/boot';
import type pg from 'pg';
import { repositoryRoot } from '../../tools/runtime/environment.ts';
import { asking, connected, emptyDatabase, type Surroundings } from '../scale/surroundings.ts';

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

export async function openOffice({ superuserUrl, natsUrl, issuer }: Surroundings, name: string): Promise<Office> {
  const databaseUrl = await emptyDatabase(superuserUrl, `office_${name}`);
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
  const ask = asking(service, issuer);
  return {
    client,
    db: service.db,
    ask: (role, ...asked) => ask({ sub: `${role.toLowerCase()}-9`, roles: [role] }, ...asked),
    rebuild,
    stop,
  };
}
