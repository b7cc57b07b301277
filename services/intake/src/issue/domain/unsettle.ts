import type { Announcement } from '@qifutong/contracts/define-event';
import { issueUnsettled } from '@qifutong/contracts/intake/issue-unsettled';
import type { Decision } from '@qifutong/kernel/decision';
import { unsolved, withHandler, type Issue } from './issue.ts';
import { reject } from './rejections.ts';

/** What the batch found, and a revert brings back. */
export type Before = Pick<Issue, 'status' | 'statusReason' | 'statusNote' | 'domain'>;

interface Reversal {
  readonly batchId: string;
  readonly before: Before;
  readonly by: string;
}

/** Takes back what a batch did, where the present solution is the batch's. */
export function unsettle(issue: Issue, { batchId, before, by }: Reversal, now: Date): Decision<Issue, Announcement> {
  const { id: issueId, number, round, domain } = issue;
  if (issue.status !== 'SOLVED' || issue.batchId !== batchId || domain === null)
    throw reject('ISSUE_NOT_SOLVED_BY_BATCH', { number });
  const { status } = before;
  return {
    state: {
      ...issue,
      ...before,
      ...unsolved,
      guidanceId: null,
      guidanceVersion: null,
      batchId: null,
      reviewDue: false,
      handledBy: withHandler(issue, by),
    },
    events: [issueUnsettled({ issueId, number, round, domain, batchId, status, unsettledAt: now.toISOString() })],
  };
}
