import type { Announcement } from '@qifutong/contracts/define-event';
import type { ClockKind } from '@qifutong/contracts/fields';
import { commonTaskBreached } from '@qifutong/contracts/taskforce/common-task-breached';
import { taskBreached } from '@qifutong/contracts/taskforce/task-breached';
import type { Decision } from '@qifutong/kernel/decision';
import { announce } from './announce.ts';
import { dueAt, isMissed, startClock, type Clock } from './clock.ts';
import { cached, type Task } from './task.ts';

/** One missed deadline. */
export interface Breach {
  readonly kind: ClockKind;
  readonly dueAt: Date;
  readonly noticedAt: Date;
}

function missedAt(clock: Clock, due: Date, noticedAt: Date): Clock {
  return { ...clock, history: [...clock.history, { type: 'BREACHED', at: due, noticedAt }] };
}

function announced(task: Task, { kind, ...when }: Breach): Announcement {
  const missed = { clock: kind, dueAt: when.dueAt.toISOString(), noticedAt: when.noticedAt.toISOString() };
  return announce(
    task,
    (issues) => taskBreached({ ...issues, ...missed }),
    (common) => commonTaskBreached({ ...common, ...missed }),
  );
}

/**
 * Records every deadline that has passed by now, each once and with its true due time. A task that is never accepted does not
 * escape: at the instant at which its acceptance was due its solution clock started, and that may have run out as well.
 * @param until what fell due later does not count: the task had ended by then, though it is only heard of now
 */
export function breach(task: Task, now: Date, until = now): Decision<Task, Announcement> {
  const clock = task.clocks.find((one) => isMissed(one, until));
  if (!clock) return { state: task, events: [] };
  const due = dueAt(clock);
  const { policyVersion, solveWithin: limit } = task;
  const started = clock.kind === 'ACCEPTANCE' ? [startClock({ kind: 'SOLUTION', limit, policyVersion }, due)] : [];
  const clocks = [...task.clocks.map((one) => (one === clock ? missedAt(one, due, now) : one)), ...started];
  const rest = breach(cached({ ...task, clocks }), now, until);
  return {
    state: rest.state,
    events: [announced(task, { kind: clock.kind, dueAt: due, noticedAt: now }), ...rest.events],
  };
}

function breaches(task: Task): Breach[] {
  return task.clocks.flatMap(({ kind, history }) =>
    history.flatMap((fact) => (fact.type === 'BREACHED' ? [{ kind, dueAt: fact.at, noticedAt: fact.noticedAt }] : [])),
  );
}

/** The deadlines that were found missed between two states of a task. */
export function newBreaches(before: Task, after: Task): Breach[] {
  const known = breaches(before).map(({ kind }) => kind);
  return breaches(after).filter(({ kind }) => !known.includes(kind));
}
