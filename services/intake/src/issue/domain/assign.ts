import type { Announcement } from '@qifutong/contracts/define-event';
import type { Decision } from '@qifutong/kernel/decision';
import { inHandAt } from './find-ineffective.ts';
import { assertMove, type Issue } from './issue.ts';

/** A task, and who has it. */
export interface InHand {
  readonly taskId: string;
  readonly taskForce: string;
}

/** Mirrors that a task was opened for the issue then: a task force has it. */
export function assign(
  issue: Issue,
  { taskId, taskForce, at }: InHand & { readonly at: Date },
): Decision<Issue, Announcement> {
  assertMove(issue, 'assign');
  const present = inHandAt(issue, at);
  return { state: present === null ? issue : { ...present, taskId, taskForce }, events: [] };
}

/** Mirrors that a task was cancelled or returned: nobody has the issue, unless another task was opened for it since. */
export function unassign(issue: Issue, { taskId }: Pick<InHand, 'taskId'>): Decision<Issue, Announcement> {
  const isPresent = issue.taskId === taskId;
  return { state: isPresent ? { ...issue, taskId: null, taskForce: null } : issue, events: [] };
}

/**
 * True when what is told of a task of that round concerns the issue: its own task does not any more once it is merged or a
 * member of a common issue.
 */
export function heeds(issue: Issue, told: { readonly round: number }): boolean {
  return issue.round === told.round && issue.status !== 'MERGED' && issue.commonIssueId === null;
}
