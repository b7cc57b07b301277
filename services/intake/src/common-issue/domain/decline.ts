import type { Announcement } from '@qifutong/contracts/define-event';
import { commonIssueDeclined } from '@qifutong/contracts/intake/common-issue-declined';
import type { Decision } from '@qifutong/kernel/decision';
import { assertMove, type CommonIssue } from './common-issue.ts';

/** An analyst says that it is none; it is remembered, so that it is not proposed again for the same members. */
export function decline(
  common: CommonIssue,
  { by, reason }: { by: string; reason: string },
  now: Date,
): Decision<CommonIssue, Announcement> {
  assertMove(common, 'decline');
  const { id: commonIssueId, number: commonIssueNumber, domain } = common;
  return {
    state: { ...common, state: 'DECLINED', declinedAt: now, declinedBy: by, declinedBecause: reason },
    events: [commonIssueDeclined({ commonIssueId, commonIssueNumber, domain, declinedAt: now.toISOString() })],
  };
}
