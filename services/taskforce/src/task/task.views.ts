import { instantOf, pausesOf, type Clock } from '../clock/domain/clock.ts';
import type { Present } from '../clock/county-time.service.ts';
import { isoDuration } from '../clock/domain/duration.ts';
import { leastRemaining, remaining } from './domain/remaining.ts';
import type { Task } from './domain/task.ts';

/** A clock as the graph shows it; with what it takes to say how much of it is left. */
export function clockView(clock: Clock, task: Task) {
  return {
    clock,
    task,
    kind: clock.kind,
    limit: clock.limit,
    policyVersion: clock.policyVersion,
    startedAt: instantOf(clock, 'STARTED'),
    dueAt: clock.dueAt,
    metAt: instantOf(clock, 'MET'),
    cancelledAt: instantOf(clock, 'CANCELLED'),
    breachedAt: instantOf(clock, 'BREACHED'),
    warnings: clock.history.filter(({ type }) => type === 'WARNED'),
    pauses: pausesOf(clock),
  };
}

/** What the task force told the firm, or null. */
export function solutionView({ solutionText: text, solutionMeasures, solutionAttachments, ...rest }: Task) {
  const { proposedAt, proposedBy } = rest;
  const told = { measures: solutionMeasures, attachments: solutionAttachments, proposedAt, proposedBy };
  return text === null ? null : { text, ...told };
}

/** What another service tells more of, or null. */
export function referred(typename: string, id: string | null) {
  return id === null ? null : { __typename: typename, id };
}

const durationView = (ms: number | null) => (ms === null ? null : isoDuration(ms));

/** How much of a clock is left, now. */
export function remainingView({ clock, task }: ReturnType<typeof clockView>, { now, time }: Present) {
  return durationView(remaining(task, clock, now, time));
}

/** How much is left of the clock of a task that presses most, now. */
export function taskRemainingView(task: Task, { now, time }: Present) {
  return durationView(leastRemaining(task, now, time));
}
