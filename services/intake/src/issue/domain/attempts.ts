import type { CallbackOutcome } from './callback.ts';
import type { Issue } from './issue.ts';

/** A call back, as far as counting goes. */
export interface Attempt {
  readonly id: string;
  readonly round: number;
  readonly outcome: CallbackOutcome;
  readonly calledAt: Date;
  /** set where it was made for an issue that was merged into this one since */
  readonly firstIssueId: string | null;
}

/**
 * The vain attempts to ask the firm about the present solution: those for another issue, an earlier round or an earlier solution
 * do not count, nor what was before the firm was last reached.
 * @param calls oldest first
 */
export function attempts({ round, solvedAt }: Issue, calls: readonly Attempt[]): Attempt[] {
  const present = calls.filter(
    (call) => call.firstIssueId === null && call.round === round && solvedAt !== null && call.calledAt >= solvedAt,
  );
  return present.slice(present.findLastIndex(({ outcome }) => outcome !== 'NOT_REACHED') + 1);
}
