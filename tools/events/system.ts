import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { jetstreamManager, type JetStreamManager } from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/transport-node';
import { inspectionJobPerformed } from '@qifutong/contracts/inspection/job-performed';
import { inspectionMutationPerformed } from '@qifutong/contracts/inspection/mutation-performed';
import { intakeJobPerformed } from '@qifutong/contracts/intake/job-performed';
import { intakeMutationPerformed } from '@qifutong/contracts/intake/mutation-performed';
import { taskforceJobPerformed } from '@qifutong/contracts/taskforce/job-performed';
import { taskforceMutationPerformed } from '@qifutong/contracts/taskforce/mutation-performed';
import { connectNats } from '@qifutong/messaging/connection';
import { Database } from '@qifutong/persistence/database';
import { enterChanges, type Entries } from '@qifutong/persistence/enter';
import { serviceDataSource } from '@qifutong/persistence/data-source';
import type { DataSource } from 'typeorm';
import { given, runtimeDir } from '../runtime/environment.ts';

export const services = ['intake', 'taskforce', 'inspection'] as const;
export type ServiceName = (typeof services)[number];

const entries: Record<ServiceName, Entries> = {
  intake: { mutation: intakeMutationPerformed, job: intakeJobPerformed },
  taskforce: { mutation: taskforceMutationPerformed, job: taskforceJobPerformed },
  inspection: { mutation: inspectionMutationPerformed, job: inspectionJobPerformed },
};

/** The databases and the bus of a running system. */
export interface System {
  readonly databases: ReadonlyMap<string, DataSource>;
  readonly nats: NatsConnection;
  readonly jsm: JetStreamManager;
}

interface Endpoints {
  readonly databases: Partial<Record<string, string>>;
  readonly natsUrl?: string;
}

/** Where `npm start` says that its embedded parts are; empty when nothing runs. */
function embedded(): Endpoints {
  const file = join(runtimeDir(), 'endpoints.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Endpoints) : { databases: {} };
}

function required(variable: string, embeddedUrl: string | undefined): string {
  const url = given(variable) ?? embeddedUrl;
  if (url === undefined) throw new Error(`nothing runs here: npm start first, or set ${variable}`);
  return url;
}

function database(name: string, url: string): DataSource {
  return serviceDataSource({ url, tables: [], migrations: [], poolSize: 2, applicationName: `${name}-events` });
}

/** Runs `work` on the system that the environment names, else on the one that `npm start` runs. Throws an Error when there is none. */
export async function withSystem<T>(work: (system: System) => Promise<T>): Promise<T> {
  const { databases: urls, natsUrl } = embedded();
  const wanted = services.map((name) => [name, required(`DATABASE_URL_${name.toUpperCase()}`, urls[name])] as const);
  const nats = await connectNats(required('NATS_URL', natsUrl), 'events-tool');
  const databases = new Map(wanted.map(([name, url]) => [name, database(name, url)]));
  try {
    await Promise.all([...databases.values()].map((source) => source.initialize()));
    return await work({ databases, nats, jsm: await jetstreamManager(nats) });
  } finally {
    await Promise.allSettled(
      [...databases.values()].filter((source) => source.isInitialized).map((source) => source.destroy()),
    );
    await nats.close();
  }
}

/** The database of a service. Throws an Error that names those there are. */
export function databaseOf({ databases }: System, service: string): DataSource {
  const source = databases.get(service);
  if (!source) throw new Error(`there is no service "${service}": ${[...databases.keys()].join(', ')}`);
  return source;
}

/** The same to change something in it, which the service's trail has an entry of. */
export function changing(system: System, service: string): Database {
  const db = new Database(databaseOf(system, service));
  enterChanges(db, entries[service as ServiceName]);
  return db;
}
