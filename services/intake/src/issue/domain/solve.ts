import type { Announcement } from '@qifutong/contracts/define-event';
import type { Decision } from '@qifutong/kernel/decision';
import type { CallbackPolicy } from './callback-policy.ts';
import { inHandAt } from './find-ineffective.ts';
import { assertMove, inStatus, toCallBack, withHandler, type Issue } from './issue.ts';

/** Mirrors that the task force proposed its solution: the firm is to be called back. Of two, the later one is its solution. */
export function solve(
  issue: Issue,
  { by, solvedAt }: { by: string; solvedAt: Date },
  policy?: CallbackPolicy,
): Decision<Issue, Announcement> {
  assertMove(issue, 'solve');
  if (inHandAt(issue, solvedAt) === null) return { state: issue, events: [] };
  return {
    state: {
      ...inStatus('SOLVED', issue),
      solvedAt,
      ...toCallBack(solvedAt, policy),
      callAgainAt: null,
      handledBy: withHandler(issue, by),
    },
    events: [],
  };
}
