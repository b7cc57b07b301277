import type { Announcement } from '@qifutong/contracts/define-event';
import type { Decision } from '@qifutong/kernel/decision';
import type { CallbackPolicy } from './callback-policy.ts';
import { dispatched } from './dispatch.ts';
import { assertMove, inStatus, toCallBack, withHandler, type Issue, type IssueStatus } from './issue.ts';
import { isOutdated, type Standing } from './outdated.ts';
import { readmitted } from './reopen.ts';

/** Those whose task was cancelled by the merging. */
const withTask: readonly IssueStatus[] = ['DISPATCHED', 'IN_PROGRESS'];

interface Separation {
  readonly reason: string;
  readonly by: string;
  /** of the guidance that it rests on, where it rests on one */
  readonly standing: Standing | null;
}

/**
 * A merged issue is taken out again and is what it was before: readmitted. The task that it had was cancelled, so it is dispatched
 * anew, in the same round.
 */
export function unmerge(
  issue: Issue,
  { reason, by, standing }: Separation,
  policy: CallbackPolicy,
  now: Date,
): Decision<Issue, Announcement> {
  assertMove(issue, 'unmerge');
  const former = flagged(formerly(issue, policy, now), standing);
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
  const due =
    isToCallBack({ status }) && issue.solvedAt !== null ? toCallBack(issue.solvedAt, policy) : { callbackDueAt: null };
  return { ...inStatus(status, issue), ...due };
}

/** While it was merged, no new version flagged it. */
function flagged(issue: Issue, standing: Standing | null): Issue {
  const { guidanceVersion: version } = issue;
  if (!isToCallBack(issue) || version === null || standing === null) return issue;
  return { ...issue, reviewDue: issue.reviewDue || isOutdated(version, standing) };
}

function isToCallBack({ status }: Pick<Issue, 'status'>): boolean {
  return status === 'SOLVED' || status === 'ANSWERED';
}
