import type { Announcement } from '@qifutong/contracts/define-event';
import type { Decision } from '@qifutong/kernel/decision';
import { assertMove, withHandler, type Issue } from './issue.ts';

/** Mirrors that a task force accepted the issue's task. */
export function startWork(issue: Issue, { by }: { by: string }): Decision<Issue, Announcement> {
  assertMove(issue, 'startWork');
  return { state: { ...issue, status: 'IN_PROGRESS', handledBy: withHandler(issue, by) }, events: [] };
}
