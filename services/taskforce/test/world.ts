import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import { headers, type NatsConnection } from '@nats-io/transport-node';
import type { Announcement } from '@qifutong/contracts/define-event';
import { issueDispatched } from '@qifutong/contracts/intake/issue-dispatched';
import { subjectOf } from '@qifutong/contracts/subject';
import { ensureStream } from '@qifutong/messaging/stream';
import { envelope } from '@qifutong/persistence/append';
import { create } from '@qifutong/persistence/change';
import type { Clock, Database } from '@qifutong/persistence/database';
import { currentTrace } from '@qifutong/persistence/trace';
import { createService, type Service } from '@qifutong/platform/service';
import type { Asker, Booted } from '@qifutong/testkit/boot';
import { eventually } from '@qifutong/testkit/eventually';
import { freePort } from '@qifutong/testkit/nats';
import { pino } from 'pino';
import type { Logger } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { taskforce } from '../src/service.ts';
import type { Task } from '../src/task/domain/task.ts';
import type { Dispatched } from '../src/task/domain/open-task.ts';
import { tasks, TaskTable } from '../src/task/task.table.ts';
import { aCommonTask, aDispatch, aTask, type IssueTask } from './builders.ts';

/** The service, but deadlines pass unnoticed. */
export const withoutJobs = { ...taskforce, schedule: () => [] };

export const testingLead: Asker = { sub: 'testing-lead', roles: ['TASKFORCE_LEAD'], task_force: 'TESTING' };
export const labourLead: Asker = { sub: 'labour-lead', roles: ['TASKFORCE_LEAD'], task_force: 'LABOUR' };
export const commander: Asker = { sub: 'commander-1', roles: ['COMMANDER'] };

/** Stores a task of its own issue. */
export async function putTask(db: Database, named: Partial<IssueTask> = {}): Promise<IssueTask> {
  const task = aTask({ id: uuidv7(), issueId: uuidv7(), ...named });
  await create(db, tasks, { state: task, events: [] }, task.dispatchedAt);
  return task;
}

/** Stores the task of a common issue of its own. */
export async function putCommonTask(db: Database, named: Partial<Task> = {}): Promise<Task> {
  const task = aCommonTask({ id: uuidv7(), commonIssueId: uuidv7(), ...named });
  await create(db, tasks, { state: task, events: [] }, task.dispatchedAt);
  return task;
}

/** The tasks of an issue, in the order in which it was dispatched. */
export function tasksOf(booted: Booted, issueId: string): Promise<Task[]> {
  const order = { round: 'ASC', dispatchedAt: 'ASC' } as const;
  return booted.schema.db.source.manager.find(TaskTable, { where: { issueId }, order });
}

/** What intake announces of an issue that it dispatched. */
export function dispatchOf(named: Partial<Dispatched>): Announcement {
  const told = aDispatch(named);
  const { registeredAt, dispatchedAt } = told;
  const instants = { registeredAt: registeredAt.toISOString(), dispatchedAt: dispatchedAt.toISOString() };
  return issueDispatched({ ...told, ...instants });
}

/** One more process of the service on the same database and bus, with its jobs. */
export async function anotherInstance(booted: Booted, clock: Clock): Promise<Service> {
  const service = await createService(taskforce, booted.config, {
    clock,
    schema: booted.schema.schema,
    log: pino({ level: 'silent' }),
  });
  await service.start(await freePort());
  return service;
}

export interface Statement {
  readonly sql: string;
  readonly parameters: unknown[];
}

/** What requests (jobs and consumers have no trace) ask of the database from now on; the list grows. */
export function statementsOf(booted: Booted): Statement[] {
  const seen: Statement[] = [];
  const silent = () => undefined;
  const logQuery: Logger['logQuery'] = (sql, parameters) => {
    if (currentTrace()) seen.push({ sql, parameters: (parameters as unknown[] | undefined) ?? [] });
  };
  const logger: Logger = {
    logQuery,
    logQueryError: silent,
    logQuerySlow: silent,
    logSchemaBuild: silent,
    logMigration: silent,
    log: silent,
  };
  booted.service.db.source.setOptions({ logger, logging: ['query'] });
  return seen;
}

/** Everything announced, as `type` and the data. */
export async function announced(db: Database): Promise<{ type: string; data: Record<string, unknown> }[]> {
  return db.source.query(
    `select event ->> 'type' as type, event -> 'data' as data from event_log order by event_log.seq`,
  );
}

/** What was announced of an issue, as `task.opened`. */
export async function saidOf(booted: Booted, issueId: string): Promise<string[]> {
  const events = await announced(booted.service.db);
  const told = events.filter(({ data }) => data['issueId'] === issueId);
  return told.map(({ type }) => type.split('.').slice(1, 3).join('.'));
}

/** Intake's stream, or another service's, spoken to as its relay would. */
export class IntakeStream {
  readonly #connection: NatsConnection;
  readonly #source: string;
  #messages = 0;

  constructor(connection: NatsConnection, source = 'intake') {
    this.#connection = connection;
    this.#source = source;
  }

  async open(): Promise<void> {
    await ensureStream(this.#connection, this.#source, { maxBytes: 16 * 1024 * 1024, replicas: 1 });
  }

  /** Publishes so many copies of one event, each as a message of its own. */
  async say(announcement: Announcement, version: number, copies = 1): Promise<void> {
    const event = envelope(announcement, version, new Date('2020-02-14T01:30:00Z'));
    for (let copy = 0; copy < copies; copy += 1) {
      const head = headers();
      head.set('Nats-Msg-Id', uuidv7());
      await jetstream(this.#connection).publish(subjectOf(announcement), JSON.stringify(event), { headers: head });
      this.#messages += 1;
    }
  }

  /** Waits until the service has answered every message that was published. */
  async allHeard(): Promise<void> {
    const manager = await jetstreamManager(this.#connection);
    await eventually(
      () => manager.consumers.info(this.#source.toUpperCase(), 'taskforce').catch(() => null),
      (info) =>
        info !== null &&
        info.num_pending === 0 &&
        info.num_ack_pending === 0 &&
        info.ack_floor.stream_seq === this.#messages,
    );
  }
}
