import { instantOf, pausesOf, type Clock } from '../clock/domain/clock.ts';
import type { Task } from './domain/task.ts';

/** A clock as the graph shows it. */
export function clockView(clock: Clock) {
  return {
    kind: clock.kind,
    limit: clock.limit,
    policyVersion: clock.policyVersion,
    startedAt: instantOf(clock, 'STARTED'),
    dueAt: clock.dueAt,
    metAt: instantOf(clock, 'MET'),
    cancelledAt: instantOf(clock, 'CANCELLED'),
    breachedAt: instantOf(clock, 'BREACHED'),
    pauses: pausesOf(clock),
    warnings: clock.history.filter(({ type }) => type === 'WARNED'),
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
