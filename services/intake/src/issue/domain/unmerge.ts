import type { Announcement } from '@qifutong/contracts/define-event';
import type { Decision } from '@qifutong/kernel/decision';
import type { CallbackPolicy } from './callback-policy.ts';
import { dispatched } from './dispatch.ts';
import { assertMove, inStatus, toCallBack, withHandler, type Issue, type IssueStatus } from './issue.ts';
import { readmitted } from './reopen.ts';

/** Those whose task was cancelled by the merging. */
const withTask: readonly IssueStatus[] = ['DISPATCHED', 'IN_PROGRESS'];

interface Separation {
  readonly reason: string;
  readonly by: string;
}

/**
 * A merged issue is taken out again and is what it was before: readmitted. The task that it had was cancelled, so it is dispatched
 * anew, in the same round.
 */
export function unmerge(
  issue: Issue,
  { reason, by }: Separation,
  policy: CallbackPolicy,
  now: Date,
): Decision<Issue, Announcement> {
  assertMove(issue, 'unmerge');
  const former = formerly(issue, policy, now);
  const state: Issue = {
    ...former,
    formerStatus: null,
    mergedInto: null,
    statusReason: reason,
    handledBy: withHandler(issue, by),
  };
  const again = state.status === 'DISPATCHED' ? [dispatched(state, { by }, now)] : [];
  return { state, events: [readmitted(issue, state, now), ...again] };
}

function formerly(issue: Issue, policy: CallbackPolicy, now: Date): Issue {
  const status = issue.formerStatus ?? 'REGISTERED';
  if (withTask.includes(status))
    return { ...inStatus('DISPATCHED', issue), dispatchedAt: now, taskId: null, taskForce: null };
  const isToCallBack = status === 'SOLVED' || status === 'ANSWERED';
  const due = isToCallBack && issue.solvedAt !== null ? toCallBack(issue.solvedAt, policy) : { callbackDueAt: null };
  return { ...inStatus(status, issue), ...due };
}
