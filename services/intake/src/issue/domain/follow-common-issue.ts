import type { Domain } from '@qifutong/contracts/fields';
import { inStatus, withHandler, type Issue } from './issue.ts';

/** Members go with their common issue's one task; what is answered, solved or closed on its own goes its own way. */
export function followDispatch(issue: Issue, { domain, by }: { domain: Domain; by: string }, now: Date): Issue {
  if (issue.status !== 'REGISTERED' && issue.status !== 'REOPENED') return issue;
  return {
    ...inStatus('DISPATCHED', issue),
    dispatchedAt: now,
    domain: issue.domain ?? domain,
    handledBy: withHandler(issue, by),
  };
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
