import { dueAt, instantOf, type Clock } from './domain/clock.ts';
import type { Task } from './domain/task.ts';

/** A clock as the graph shows it. */
export function clockView(clock: Clock) {
  return {
    kind: clock.kind,
    startedAt: instantOf(clock, 'STARTED'),
    dueAt: dueAt(clock),
    metAt: instantOf(clock, 'MET'),
    cancelledAt: instantOf(clock, 'CANCELLED'),
    breachedAt: instantOf(clock, 'BREACHED'),
  };
}

/** What the task force told the firm, or null. */
export function solutionView({ solutionText, solutionMeasures, proposedAt, proposedBy }: Task) {
  return solutionText === null ? null : { text: solutionText, measures: solutionMeasures, proposedAt, proposedBy };
}

/** What another service tells more of, or null. */
export function referred(typename: string, id: string | null) {
  return id === null ? null : { __typename: typename, id };
}
