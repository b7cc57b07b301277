import { jetstream } from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/transport-node';
import type { CloudEvent } from '@qifutong/contracts/cloud-event';
import type { Announcement } from '@qifutong/contracts/define-event';
import { subjectOf } from '@qifutong/contracts/subject';
import { taskAccepted } from '@qifutong/contracts/taskforce/task-accepted';
import { taskCancelled } from '@qifutong/contracts/taskforce/task-cancelled';
import { taskOpened } from '@qifutong/contracts/taskforce/task-opened';
import { taskSolved } from '@qifutong/contracts/taskforce/task-solved';
import { connectNats } from '@qifutong/messaging/connection';
import { ensureStream } from '@qifutong/messaging/stream';
import { envelope } from '@qifutong/persistence/append';
import { eventually } from '@qifutong/testkit/eventually';
import { v7 as uuidv7 } from 'uuid';
import type { TestIntake } from './intake.ts';

export interface Told {
  readonly subject: string;
  readonly event: CloudEvent;
}

const at = new Date('2020-02-14T02:00:00.000Z');
export const solvedAt = '2020-02-15T02:00:00.000Z';

function told(announcement: Announcement, version: number): Told {
  return { subject: subjectOf(announcement), event: envelope(announcement, version, at) };
}

/** What the task forces tell of one task of one round of an issue: accepted first, then solved. */
export function aTask(issueId: string, round = 1): { readonly accepted: Told; readonly solved: Told } {
  const task = { taskId: uuidv7(), issueId, round, domain: 'MATERIALS', taskForce: 'MATERIALS' } as const;
  const accepted = taskAccepted({
    ...task,
    acceptedBy: 'lead-1',
    acceptedAt: '2020-02-14T02:00:00.000Z',
    solutionDueAt: '2020-02-15T02:00:00.000Z',
  });
  return { accepted: told(accepted, 1), solved: told(taskSolved({ ...task, solvedBy: 'lead-1', solvedAt }), 2) };
}

/** The same of a service that announces the opening too, and maybe the end. */
export function anOpenedTask(issueId: string, what: { readonly round?: number; readonly taskForce?: string } = {}) {
  const { round = 1, taskForce = 'MATERIALS' } = what;
  const task = { taskId: uuidv7(), issueId, round, domain: 'MATERIALS', taskForce } as const;
  const [openedAt, dueAt] = ['2020-02-14T01:00:00.000Z', '2020-02-14T03:00:00.000Z'];
  const accepted = { acceptedBy: `lead of ${taskForce}`, acceptedAt: at.toISOString(), solutionDueAt: solvedAt };
  const cancelled = { because: 'COMMON_ISSUE', commonIssueId: null, cancelledAt: at.toISOString() } as const;
  return {
    taskId: task.taskId,
    opened: told(taskOpened({ ...task, openedAt, acceptanceDueAt: dueAt }), 1),
    accepted: told(taskAccepted({ ...task, ...accepted }), 2),
    cancelled: (version: number) => told(taskCancelled({ ...task, ...cancelled }), version),
    solved: told(taskSolved({ ...task, solvedBy: 'lead-1', solvedAt }), 3),
  };
}

/** The task force service, as far as intake hears of it. */
export interface TaskForces {
  readonly connection: NatsConnection;
  say(...events: readonly Told[]): Promise<void>;
  /** says it, and waits until intake has heard it: what was said before is handled by then, or set aside */
  sayAndWait(...events: readonly Told[]): Promise<void>;
  stop(): Promise<void>;
}

export async function taskForcesOf(intake: TestIntake): Promise<TaskForces> {
  const connection = await connectNats(intake.nats.url, 'taskforce');
  await ensureStream(connection, 'taskforce', { maxBytes: 16 * 1024 * 1024, replicas: 1 });
  const say = async (...events: readonly Told[]) => {
    for (const { subject, event } of events) await jetstream(connection).publish(subject, JSON.stringify(event));
  };
  const heard = (id: string) =>
    intake.sql('select from inbox where event_id = $1 union all select from dead_letter where event_id = $1', [id]);
  const sayAndWait = async (...events: readonly Told[]) => {
    await say(...events);
    for (const { event } of events)
      await eventually(
        () => heard(event.id),
        (rows) => rows.length === 1,
      );
  };
  return { connection, say, sayAndWait, stop: () => connection.close() };
}

/** Brings a dispatched issue to SOLVED. */
export async function solve(taskForces: TaskForces, issueId: string, round = 1): Promise<void> {
  const { accepted, solved } = aTask(issueId, round);
  await taskForces.sayAndWait(accepted, solved);
}
