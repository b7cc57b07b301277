import type { Announcement } from '@qifutong/contracts/define-event';
import { issueDispatched } from '@qifutong/contracts/intake/issue-dispatched';
import type { Decision } from '@qifutong/kernel/decision';
import { assertMove, withHandler, type Issue } from './issue.ts';
import { reject } from './rejections.ts';

/** 派单: sends the issue to the task forces, in each round once. */
export function dispatch(issue: Issue, { by }: { by: string }, now: Date): Decision<Issue, Announcement> {
  assertMove(issue, 'dispatch');
  const { id, number, round, domain, urgency, firmCreditCode, townCode } = issue;
  if (domain === null) throw reject('ISSUE_NOT_TRIAGED', { number });
  const dispatched = issueDispatched({
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
  return {
    state: { ...issue, status: 'DISPATCHED', dispatchedAt: now, handledBy: withHandler(issue, by) },
    events: [dispatched],
  };
}
