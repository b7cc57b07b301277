import type { Announcement } from '@qifutong/contracts/define-event';
import { commonIssueDispatched } from '@qifutong/contracts/intake/common-issue-dispatched';
import type { Decision } from '@qifutong/kernel/decision';
import { assertMove, type CommonIssue } from './common-issue.ts';

/** 派单: one task for all its members. */
export function dispatch(common: CommonIssue, { by }: { by: string }, now: Date): Decision<CommonIssue, Announcement> {
  assertMove(common, 'dispatch');
  const { id: commonIssueId, number: commonIssueNumber, domain, urgency } = common;
  const dispatched = commonIssueDispatched({
    commonIssueId,
    commonIssueNumber,
    domain,
    urgency,
    registeredAt: common.proposedAt.toISOString(),
    dispatchedAt: now.toISOString(),
    dispatchedBy: by,
  });
  return { state: { ...common, state: 'DISPATCHED', dispatchedAt: now }, events: [dispatched] };
}
