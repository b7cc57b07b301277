import type { Announcement } from '@qifutong/contracts/define-event';
import type { RejectionReason } from '@qifutong/contracts/fields';
import { issueRejected } from '@qifutong/contracts/intake/issue-rejected';
import type { Decision } from '@qifutong/kernel/decision';
import { assertMove, inStatus, withHandler, type Issue } from './issue.ts';

interface Refusal {
  readonly reason: RejectionReason;
  readonly note: string | null;
  readonly by: string;
}

/** An analyst rejects the issue with a reason of the list, to which "not our business" does not belong. */
export function rejectIssue(issue: Issue, { reason, note, by }: Refusal, now: Date): Decision<Issue, Announcement> {
  assertMove(issue, 'reject');
  const { id: issueId, number, round, domain } = issue;
  return {
    state: {
      ...inStatus('REJECTED', issue),
      statusReason: reason,
      statusNote: note,
      handledBy: withHandler(issue, by),
    },
    events: [issueRejected({ issueId, number, round, domain, reason, rejectedAt: now.toISOString() })],
  };
}
