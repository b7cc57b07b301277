import type { Announcement } from '@qifutong/contracts/define-event';
import type { Decision } from '@qifutong/kernel/decision';
import type { InHand } from './assign.ts';
import { assertMove, inStatus, withHandler, type Issue } from './issue.ts';

/** Mirrors that a task force accepted the issue's task; once more where the task was transferred in between. */
export function startWork(
  issue: Issue,
  { by, ...task }: { by: string } & Partial<InHand>,
): Decision<Issue, Announcement> {
  assertMove(issue, 'startWork');
  return {
    state: { ...inStatus('IN_PROGRESS', issue), ...task, handledBy: withHandler(issue, by) },
    events: [],
  };
}
