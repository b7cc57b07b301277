import type { Announcement } from '@qifutong/contracts/define-event';
import { issueDispatched } from '@qifutong/contracts/intake/issue-dispatched';
import type { Decision } from '@qifutong/kernel/decision';
import { assertMove, inStatus, withHandler, type Issue } from './issue.ts';
import { reject } from './rejections.ts';

/** 派单: sends the issue to the task forces, in each round once. */
export function dispatch(issue: Issue, { by }: { by: string }, now: Date): Decision<Issue, Announcement> {
  assertMove(issue, 'dispatch');
  if (issue.commonIssueId !== null) throw reject('ISSUE_IN_COMMON_ISSUE', { number: issue.number });
  return {
    state: { ...inStatus('DISPATCHED', issue), dispatchedAt: now, handledBy: withHandler(issue, by) },
    events: [dispatched(issue, { by }, now)],
  };
}

/** All that routing and the clocks need. @throws ISSUE_NOT_TRIAGED */
export function dispatched(issue: Issue, { by }: { by: string }, now: Date): Announcement {
  const { id, number, round, domain, urgency, firmCreditCode, townCode } = issue;
  if (domain === null) throw reject('ISSUE_NOT_TRIAGED', { number });
  return issueDispatched({
    issueId: id,
    number,
    round,
    nature: 'INDIVIDUAL',
    domain,
    urgency,
    firmCreditCode,
    townCode,
    registeredAt: issue.registeredAt.toISOString(),
    dispatchedAt: now.toISOString(),
    dispatchedBy: by,
  });
}
