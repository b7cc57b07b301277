import type { Announcement } from '@qifutong/contracts/define-event';
import type { Decision } from '@qifutong/kernel/decision';
import type { InHand } from './assign.ts';
import { inHandAt } from './find-ineffective.ts';
import { assertMove, inStatus, withHandler, type Issue } from './issue.ts';

/** Mirrors that a task force accepted the issue's task; once more where the task was transferred in between. */
export function startWork(
  issue: Issue,
  { by, at, ...task }: { by: string; at: Date } & Partial<InHand>,
): Decision<Issue, Announcement> {
  assertMove(issue, 'startWork');
  const present = inHandAt(issue, at);
  if (present === null) return { state: issue, events: [] };
  return {
    state: { ...inStatus('IN_PROGRESS', present), ...task, handledBy: withHandler(issue, by) },
    events: [],
  };
}
