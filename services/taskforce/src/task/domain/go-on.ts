import type { Announcement } from '@qifutong/contracts/define-event';
import { commonTaskOpened } from '@qifutong/contracts/taskforce/common-task-opened';
import { taskOpened } from '@qifutong/contracts/taskforce/task-opened';
import type { Decision } from '@qifutong/kernel/decision';
import { carriedOn, resume, revokeEnd } from '../../clock/domain/clock-moves.ts';
import { announce } from './announce.ts';
import { inHandsOf, opening, type Subject, type Terms } from './open-task.ts';
import { cached, firmClock, type Task } from './task.ts';

/** The task that ends, or ended, and the new one of the same round that goes on with it. */
export interface HandedOn {
  readonly left: Decision<Task, Announcement>;
  readonly opened: Decision<Task, Announcement>;
}

/** Whose the new task is, and what it takes over. */
export interface Next extends Pick<Task, 'id' | 'hops' | 'mustAccept'> {
  readonly taskForce: string;
  /** what it is about by now, where intake dispatched the issue itself */
  readonly about?: Subject;
}

function subjectOf(task: Task): Omit<Subject, 'dispatchedAt'> {
  const { issueId, commonIssueId, number, round, nature, domain, urgency, firmCreditCode, townCode } = task;
  return { issueId, commonIssueId, number, round, nature, domain, urgency, firmCreditCode, townCode };
}

/** A new task of the same round, under the policy in force now. The firm's clock runs on in it, as if it had never been ended; one that stood still goes on now. */
export function goOn(
  task: Task,
  { id, taskForce, hops, mustAccept, about }: Next,
  now: Date,
  terms: Terms,
): Decision<Task, Announcement> {
  const ran = firmClock(task);
  const firm = ran ? [carriedOn(resume(revokeEnd(ran, now, terms.time), now, terms.time), 'FIRM')] : [];
  const opened = inHandsOf(taskForce, id, about ?? { ...subjectOf(task), dispatchedAt: now }, terms);
  const coHandlers = task.coHandlers.filter((one) => one !== taskForce);
  const firstDispatchedAt = about?.dispatchedAt ?? task.firstDispatchedAt ?? task.dispatchedAt;
  // a deadline is extended once, in whoever's hands the task is
  const { extendedAt, extendedBy, extendedUntil, extensionReason } = task;
  const extension = { extendedAt, extendedBy, extendedUntil, extensionReason };
  const taken = { predecessorId: task.id, firstDispatchedAt, hops, mustAccept, coHandlers, ...extension };
  const state = cached({ ...opened, ...taken, clocks: [...firm, ...opened.clocks] });
  const told = { ...opening(state), predecessorId: task.id, firmDueAt: firm[0]?.dueAt?.toISOString() ?? null };
  const event = announce(
    state,
    (issues) => taskOpened({ ...issues, ...told }),
    (common) => commonTaskOpened({ ...common, ...told }),
  );
  return { state, events: [event] };
}
