import type { Announcement } from '@qifutong/contracts/define-event';
import { commonIssueClosed } from '@qifutong/contracts/intake/common-issue-closed';
import type { Decision } from '@qifutong/kernel/decision';
import { assertMove, type CommonIssue } from './common-issue.ts';

/** What became of its members. */
interface Members {
  readonly open: number;
  readonly writtenOff: number;
}

/** All its issues are written off; it closes none of them. What was merged or rejected does not hold it open. */
export function close(common: CommonIssue, members: Members, now: Date): Decision<CommonIssue, Announcement> {
  assertMove(common, 'close');
  if (members.open > 0 || members.writtenOff === 0) return { state: common, events: [] };
  const { id: commonIssueId, number: commonIssueNumber, domain } = common;
  return {
    state: { ...common, state: 'CLOSED', closedAt: now },
    events: [commonIssueClosed({ commonIssueId, commonIssueNumber, domain, closedAt: now.toISOString() })],
  };
}

/** Takes one more issue, or one of its own that is opened again; a closed one is then no longer closed, so that it is not forgotten. */
export function admit(common: CommonIssue): Decision<CommonIssue, Announcement> {
  assertMove(common, 'link');
  const state: CommonIssue = common.state === 'CLOSED' ? { ...common, state: 'SETTLED', closedAt: null } : common;
  return { state, events: [] };
}
