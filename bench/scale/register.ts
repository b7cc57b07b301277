import { join } from 'node:path';
import { databaseClock, type Clock, type Database } from '@qifutong/persistence/database';
import type { ServiceDefinition } from '@qifutong/platform/definition';
import { createLog } from '@qifutong/platform/logging';
import { migrate } from '@qifutong/platform/migrate';
import { createService } from '@qifutong/platform/service';
import { testConfig } from '@qifutong/testkit/boot';
import type pg from 'pg';
import { repositoryRoot } from '../../tools/runtime/environment.ts';
import { asking, connected, emptyDatabase, type Surroundings } from './surroundings.ts';

/** Intake on a database of its own, asked as the gateway asks it; neither its relay nor its jobs run. */
export interface Register {
  readonly client: pg.Client;
  readonly db: Database;
  readonly ask: <T>(role: string, query: string, variables: object) => Promise<T>;
  /** closes the days that have ended by then */
  readonly closeDaysUntil: (at: Date) => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** The built code: Node runs no decorators from sources. */
function built<T>(file: string): Promise<T> {
  return import(join(repositoryRoot, 'services/intake/dist/src', file)) as Promise<T>;
}

interface Closing {
  closeEndedDays(): Promise<number | null>;
}

export async function openRegister({ superuserUrl, natsUrl, issuer }: Surroundings, name: string): Promise<Register> {
  const databaseUrl = await emptyDatabase(superuserUrl, `register_${name}`);
  const { intakeOnOneThread } = await built<{ intakeOnOneThread: ServiceDefinition }>('on-one-thread.js');
  const { ClosingService } = await built<{ ClosingService: new () => Closing }>('closure/closing.service.js');
  await migrate(intakeOnOneThread, databaseUrl);
  let told: Date | null = null;
  const clock: Clock = { now: (manager) => (told ? Promise.resolve(told) : databaseClock.now(manager)) };
  const log = createLog('bench', 'silent');
  const service = await createService(intakeOnOneThread, testConfig({ databaseUrl, natsUrl, issuer }), { clock, log });
  const client = await connected(databaseUrl);
  const closeDaysUntil = async (at: Date) => {
    told = at;
    await service.app.get(ClosingService).closeEndedDays();
    told = null;
  };
  const stop = async () => {
    await client.end();
    await service.stop();
  };
  const asked = asking(service, issuer);
  const ask: Register['ask'] = (role, query, variables) =>
    asked({ sub: `${role.toLowerCase()}-9`, roles: [role] }, query, variables);
  return { client, db: service.db, ask, closeDaysUntil, stop };
}
