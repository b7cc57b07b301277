import type { Announcement } from '@qifutong/contracts/define-event';
import { issueReopened } from '@qifutong/contracts/intake/issue-reopened';
import { issueWrittenOff } from '@qifutong/contracts/intake/issue-written-off';
import type { Decision } from '@qifutong/kernel/decision';
import { exhaustive } from '@qifutong/kernel/exhaustive';
import type { Attempt } from './attempts.ts';
import type { CallbackOutcome, Satisfaction } from './callback.ts';
import { callAgainAt, type CallbackPolicy } from './callback-policy.ts';
import { assertMove, inStatus, nothingDone, struckOff, type Issue } from './issue.ts';
import { reject } from './rejections.ts';

interface Call {
  readonly callbackId: string;
  readonly outcome: CallbackOutcome;
  readonly satisfaction: Satisfaction | null;
  /** what the firm said */
  readonly note: string | null;
  readonly by: string;
}

function writtenOff(issue: Issue, callbackId: string, now: Date): Decision<Issue, Announcement> {
  const { id: issueId, number, round, domain } = issue;
  const event = issueWrittenOff({ issueId, number, round, domain, callbackId, writtenOffAt: now.toISOString() });
  return { state: struckOff(issue, now), events: [event] };
}

function reopened(issue: Issue, { callbackId, note }: Call, now: Date): Decision<Issue, Announcement> {
  const { id: issueId, number, domain } = issue;
  const round = issue.round + 1;
  const event = issueReopened({ issueId, number, round, domain, callbackId, reopenedAt: now.toISOString() });
  return {
    state: { ...inStatus('REOPENED', issue), ...nothingDone, round, statusReason: note },
    events: [event],
  };
}

/**
 * 回访: settled strikes the issue off, not settled reopens it in a new round, not reached has it tried again later.
 * @param earlier the attempts since the solution
 */
export function recordCallback(
  issue: Issue,
  call: Call,
  { earlier, policy }: { earlier: readonly Attempt[]; policy: CallbackPolicy },
  now: Date,
): Decision<Issue, Announcement> {
  assertMove(issue, 'callBack');
  if (issue.handledBy.includes(call.by)) throw reject('ISSUE_HANDLED_BY_CALLER', { number: issue.number });
  switch (call.outcome) {
    case 'SETTLED':
      return writtenOff(issue, call.callbackId, now);
    case 'NOT_SETTLED':
      return reopened(issue, call, now);
    case 'NOT_REACHED':
      if (call.satisfaction !== null) throw reject('CALLBACK_NOT_REACHED_BUT_RATED', { field: 'satisfaction' });
      return { state: { ...issue, callAgainAt: callAgainAt(now, earlier.length + 1, policy) }, events: [] };
    default:
      return exhaustive(call.outcome);
  }
}
