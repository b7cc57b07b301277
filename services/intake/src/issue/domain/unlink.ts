import type { Announcement } from '@qifutong/contracts/define-event';
import { issueUnlinked } from '@qifutong/contracts/intake/issue-unlinked';
import type { Decision } from '@qifutong/kernel/decision';
import { dispatched } from './dispatch.ts';
import { assertMove, inStatus, withHandler, type Issue } from './issue.ts';
import { reject } from './rejections.ts';

/** A member is taken out again; one that was in hand is sent out at once, to get a task of its own in the same round. */
export function unlink(issue: Issue, { by }: { by: string }, now: Date): Decision<Issue, Announcement> {
  if (issue.commonIssueId === null) throw reject('ISSUE_NOT_IN_COMMON_ISSUE', { number: issue.number });
  assertMove(issue, 'unlink');
  const { id: issueId, number, round, domain, commonIssueId, status } = issue;
  const handledBy = withHandler(issue, by);
  const alone: Issue = { ...issue, commonIssueId: null, taskForce: null, taskId: null, handledBy };
  const unlinked = issueUnlinked({ issueId, number, round, domain, commonIssueId, unlinkedAt: now.toISOString() });
  if (status !== 'DISPATCHED' && status !== 'IN_PROGRESS') return { state: alone, events: [unlinked] };
  const state: Issue = { ...inStatus('DISPATCHED', alone), dispatchedAt: now };
  return { state, events: [unlinked, dispatched(state, { by }, now)] };
}
