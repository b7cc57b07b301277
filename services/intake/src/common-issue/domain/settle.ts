import type { Announcement } from '@qifutong/contracts/define-event';
import { commonIssueSettled } from '@qifutong/contracts/intake/common-issue-settled';
import type { Decision } from '@qifutong/kernel/decision';
import { assertMove, type CommonIssue } from './common-issue.ts';

export interface Settlement {
  readonly guidanceId: string;
  readonly guidanceVersion: number;
  /** the guidance that it had was withdrawn */
  readonly anew: boolean;
  readonly by: string;
}

/** Its guidance was published. Its members are settled by the batch, each on its own account. */
export function settle(
  common: CommonIssue,
  { guidanceId, guidanceVersion, anew, by }: Settlement,
  now: Date,
): Decision<CommonIssue, Announcement> {
  assertMove(common, anew ? 'settleAnew' : 'settle');
  const { id: commonIssueId, number: commonIssueNumber, domain } = common;
  const settled = commonIssueSettled({
    commonIssueId,
    commonIssueNumber,
    domain,
    guidanceId,
    guidanceVersion,
    settledAt: now.toISOString(),
    settledBy: by,
  });
  return {
    state: { ...common, state: 'SETTLED', guidanceId, settledAt: now, closedAt: null },
    events: [settled],
  };
}
