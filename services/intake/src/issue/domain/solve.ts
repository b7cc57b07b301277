import type { Announcement } from '@qifutong/contracts/define-event';
import type { Decision } from '@qifutong/kernel/decision';
import { assertMove, callbackDueAt, withHandler, type Issue } from './issue.ts';

/** Mirrors that the task force proposed its solution: the firm is to be called back. */
export function solve(issue: Issue, { by, solvedAt }: { by: string; solvedAt: Date }): Decision<Issue, Announcement> {
  assertMove(issue, 'solve');
  return {
    state: {
      ...issue,
      status: 'SOLVED',
      solvedAt,
      callbackDueAt: callbackDueAt(solvedAt),
      handledBy: withHandler(issue, by),
    },
    events: [],
  };
}
