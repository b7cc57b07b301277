import type { Announcement } from '@qifutong/contracts/define-event';
import type { Domain } from '@qifutong/contracts/fields';
import { issueDispatchedAsMember } from '@qifutong/contracts/intake/issue-dispatched-as-member';
import { issueLeftToBatch } from '@qifutong/contracts/intake/issue-left-to-batch';
import type { Decision } from '@qifutong/kernel/decision';
import { inStatus, statusesBefore, withHandler, type Issue } from './issue.ts';

interface CommonDispatch {
  readonly commonIssueId: string;
  readonly domain: Domain;
  readonly by: string;
}

/** Members go with their common issue's one task; what is answered, solved or closed on its own goes its own way. */
export function followDispatch(issue: Issue, { domain, by }: Omit<CommonDispatch, 'commonIssueId'>, now: Date): Issue {
  if (issue.status !== 'REGISTERED' && issue.status !== 'REOPENED') return issue;
  return {
    ...inStatus('DISPATCHED', issue),
    dispatchedAt: now,
    domain: issue.domain ?? domain,
    handledBy: withHandler(issue, by),
  };
}

/** The same, announced of every one that nothing settles yet: also of one that was in hand already, whose own task ended. */
export function dispatchAsMember(issue: Issue, told: CommonDispatch, now: Date): Decision<Issue, Announcement> {
  if (!isUnsettled(issue)) return { state: issue, events: [] };
  const { id: issueId, number, round } = issue;
  const { commonIssueId, domain } = told;
  const about = { issueId, number, round, domain: issue.domain ?? domain, commonIssueId };
  return {
    state: followDispatch(issue, told, now),
    events: [issueDispatchedAsMember({ ...about, dispatchedAt: now.toISOString() })],
  };
}

/** Its common issue is settled and it is not: from now on it waits for the centre. */
export function leaveToBatch(
  issue: Issue,
  { commonIssueId }: { commonIssueId: string },
  now: Date,
): Decision<Issue, Announcement> {
  if (!isUnsettled(issue)) return { state: issue, events: [] };
  const { id: issueId, number, round, domain } = issue;
  const left = issueLeftToBatch({ issueId, number, round, domain, commonIssueId, leftAt: now.toISOString() });
  return { state: issue, events: [left] };
}

function isUnsettled({ status }: Issue): boolean {
  return statusesBefore('settle').includes(status);
}

function isWorkedOn({ status }: Issue): boolean {
  return status === 'DISPATCHED' || status === 'IN_PROGRESS';
}

export function followTaskForce(issue: Issue, { taskForce }: { taskForce: string }): Issue {
  return isWorkedOn(issue) ? { ...issue, taskForce } : issue;
}

export function followAcceptance(issue: Issue, told: { taskForce: string | null; by: string }): Issue {
  if (!isWorkedOn(issue)) return issue;
  const { taskForce, by } = told;
  return { ...inStatus('IN_PROGRESS', issue), taskForce, handledBy: withHandler(issue, by) };
}
