import type { Announcement } from '@qifutong/contracts/define-event';
import type { Domain } from '@qifutong/contracts/fields';
import { issueLinked } from '@qifutong/contracts/intake/issue-linked';
import type { Decision } from '@qifutong/kernel/decision';
import { followAcceptance, followDispatch } from './follow-common-issue.ts';
import { assertMove, withHandler, type Issue } from './issue.ts';
import { reject } from './rejections.ts';

/** What a member takes over from its common issue. */
export interface Whole {
  readonly commonIssueId: string;
  readonly domain: Domain;
  readonly taskForce: string | null;
  /** where it stands: DISPATCHED says that its task is out and nothing settles it yet */
  readonly state: string;
  /** who accepted its task */
  readonly acceptedBy: string | null;
}

/** @throws ISSUE_STATUS_FORBIDS_MOVE, ISSUE_IN_COMMON_ISSUE */
export function assertLinkable(issue: Issue): void {
  assertMove(issue, 'link');
  if (issue.commonIssueId !== null) throw reject('ISSUE_IN_COMMON_ISSUE', { number: issue.number });
}

/** The issue becomes a member: it is worked on with the others, and a task of its own ends. */
export function link(issue: Issue, whole: Whole, told: { by: string }, now: Date): Decision<Issue, Announcement> {
  assertLinkable(issue);
  const { commonIssueId, domain, taskForce, state: commonIssueState, acceptedBy } = whole;
  const dispatched = commonIssueState === 'DISPATCHED';
  const member = { ...issue, commonIssueId, taskForce, taskId: null, handledBy: withHandler(issue, told.by) };
  const sent = dispatched ? followDispatch(member, { domain, by: told.by }, now) : member;
  const { id: issueId, number, round } = issue;
  const about = { issueId, number, round, domain: issue.domain, commonIssueId };
  return {
    state: dispatched && acceptedBy !== null ? followAcceptance(sent, { taskForce, by: acceptedBy }) : sent,
    events: [issueLinked({ ...about, linkedAt: now.toISOString(), commonIssueState })],
  };
}
