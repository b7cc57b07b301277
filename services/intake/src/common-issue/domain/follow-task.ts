import type { Announcement } from '@qifutong/contracts/define-event';
import type { Decision } from '@qifutong/kernel/decision';
import { assertMove, type CommonIssue } from './common-issue.ts';

interface TaskFact {
  readonly taskForce: string;
  readonly by: string;
  readonly at: Date;
}

/** Its task is in the hands of a task force. */
export function followOpened(
  common: CommonIssue,
  { taskForce }: Pick<TaskFact, 'taskForce'>,
): Decision<CommonIssue, Announcement> {
  assertMove(common, 'followTask');
  return { state: { ...common, taskForce }, events: [] };
}

export function followAccepted(
  common: CommonIssue,
  { taskForce, by, at }: TaskFact,
): Decision<CommonIssue, Announcement> {
  assertMove(common, 'followTask');
  return { state: { ...common, taskForce, acceptedAt: at, acceptedBy: by }, events: [] };
}

/** The solution is recorded; its members are settled by the batch of the guidance, not by this. */
export function followSolved(common: CommonIssue, { by, at }: TaskFact): Decision<CommonIssue, Announcement> {
  assertMove(common, 'followTask');
  return { state: { ...common, solvedAt: at, solvedBy: by }, events: [] };
}

/** The centre found that solution ineffective. Once a guidance is published, that is the solution. */
export function followRejected(
  common: CommonIssue,
  { solvedAt }: { readonly solvedAt: Date },
): Decision<CommonIssue, Announcement> {
  const isPresent = common.state === 'DISPATCHED' && common.solvedAt?.getTime() === solvedAt.getTime();
  return { state: isPresent ? { ...common, solvedAt: null, solvedBy: null } : common, events: [] };
}
