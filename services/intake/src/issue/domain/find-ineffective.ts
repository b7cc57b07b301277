import type { Announcement } from '@qifutong/contracts/define-event';
import type { Decision } from '@qifutong/kernel/decision';
import { assertMove, inStatus, unsolved, withHandler, type Issue } from './issue.ts';

function inHand(issue: Issue): Issue {
  return { ...inStatus('IN_PROGRESS', issue), ...unsolved };
}

/** Whether its present solution is its task force's own, and none that a batch or an answer brought. */
function isOwnSolution({ status, guidanceId, answer }: Issue): boolean {
  return status === 'SOLVED' && guidanceId === null && answer === null;
}

/** Whether it is solved by that very solution, and waits to be called back for it. */
export function restsOn(issue: Issue, { solvedAt }: { readonly solvedAt: Date }): boolean {
  return isOwnSolution(issue) && issue.solvedAt!.getTime() === solvedAt.getTime();
}

/** Mirrors that the centre found the task force's solution ineffective: work goes on, and the firm is not called back for it. */
export function findIneffective(issue: Issue, { by }: { readonly by: string }): Decision<Issue, Announcement> {
  assertMove(issue, 'findIneffective');
  return { state: { ...inHand(issue), handledBy: withHandler(issue, by) }, events: [] };
}

/**
 * The issue as it stands for a task that was opened or accepted then. Whoever works on it after its solution shows that this did
 * not hold, though that is heard later; what happened before the solution is old, and null.
 */
export function inHandAt(issue: Issue, at: Date): Issue | null {
  if (issue.status !== 'SOLVED') return issue;
  return isOwnSolution(issue) && at > issue.solvedAt! ? inHand(issue) : null;
}
