import { join } from 'node:path';
import type { Service } from '@qifutong/platform/service';
import type { ServiceDefinition } from '@qifutong/platform/definition';
import { createLog } from '@qifutong/platform/logging';
import { migrate } from '@qifutong/platform/migrate';
import { createService } from '@qifutong/platform/service';
import { testConfig } from '@qifutong/testkit/boot';
import pg from 'pg';
import { repositoryRoot } from '../../tools/runtime/environment.ts';
import type { Surroundings } from '../scale/surroundings.ts';
import { fill } from './fill.ts';

/** What a commander does to a task's deadline, as the built service has it. */
export interface Course {
  suspend(viewer: object, input: object): Promise<unknown>;
  resume(viewer: object, input: object): Promise<unknown>;
  extendDeadline(viewer: object, input: object): Promise<unknown>;
}

/** The task force service's database with so many tasks that are open. */
export interface Board {
  readonly databaseUrl: string;
  readonly client: pg.Client;
  /** the service on it, which neither listens nor scans */
  readonly service: Service;
  readonly course: Course;
  stop(): Promise<void>;
}

function built<T>(file: string): Promise<T> {
  return import(join(repositoryRoot, 'services/taskforce/dist/src', file)) as Promise<T>;
}

export async function connected(connectionString: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString });
  // ended with its server where the benchmark fails
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

export async function emptyDatabase(superuserUrl: string, name: string): Promise<string> {
  const superuser = await connected(superuserUrl);
  await superuser.query(`create database ${name}`);
  await superuser.end();
  return superuserUrl.replace(/\/postgres$/, `/${name}`);
}

export async function openBoard({ superuserUrl, natsUrl, issuer }: Surroundings, tasks: number): Promise<Board> {
  const databaseUrl = await emptyDatabase(superuserUrl, `board_${tasks}`);
  const { taskforce } = await built<{ taskforce: ServiceDefinition }>('service.js');
  const { CourseService } = await built<{ CourseService: new () => Course }>('task/course.service.js');
  await migrate(taskforce, databaseUrl);
  const client = await connected(databaseUrl);
  await fill(client, tasks);
  const log = createLog('bench', 'silent');
  const service = await createService(taskforce, testConfig({ databaseUrl, natsUrl, issuer }), { log });
  const stop = async () => {
    await client.end();
    await service.stop();
  };
  return { databaseUrl, client, service, course: service.app.get(CourseService), stop };
}
