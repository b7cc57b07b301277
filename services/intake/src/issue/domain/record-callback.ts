import type { Announcement } from '@qifutong/contracts/define-event';
import { issueReopened } from '@qifutong/contracts/intake/issue-reopened';
import { issueWrittenOff } from '@qifutong/contracts/intake/issue-written-off';
import type { Decision } from '@qifutong/kernel/decision';
import { exhaustive } from '@qifutong/kernel/exhaustive';
import { assertMove, nothingDone, type Issue } from './issue.ts';
import { reject } from './rejections.ts';

export const callbackOutcomes = ['SETTLED', 'NOT_SETTLED', 'NOT_REACHED'] as const;
export type CallbackOutcome = (typeof callbackOutcomes)[number];
export const satisfactions = [
  'VERY_SATISFIED',
  'SATISFIED',
  'BASICALLY_SATISFIED',
  'DISSATISFIED',
  'VERY_DISSATISFIED',
] as const;
export type Satisfaction = (typeof satisfactions)[number];

interface Call {
  readonly callbackId: string;
  readonly outcome: CallbackOutcome;
  readonly satisfaction: Satisfaction | null;
  readonly by: string;
}

function writtenOff(issue: Issue, callbackId: string, now: Date): Decision<Issue, Announcement> {
  const { id: issueId, number, round, domain } = issue;
  const event = issueWrittenOff({ issueId, number, round, domain, callbackId, writtenOffAt: now.toISOString() });
  return { state: { ...issue, status: 'WRITTEN_OFF', writtenOffAt: now, callbackDueAt: null }, events: [event] };
}

function reopened(issue: Issue, callbackId: string, now: Date): Decision<Issue, Announcement> {
  const { id: issueId, number, domain } = issue;
  const round = issue.round + 1;
  const event = issueReopened({ issueId, number, round, domain, callbackId, reopenedAt: now.toISOString() });
  return {
    state: { ...issue, ...nothingDone, status: 'REOPENED', round },
    events: [event],
  };
}

/** 回访: settled strikes the issue off, not settled reopens it in a new round, not reached changes nothing. */
export function recordCallback(issue: Issue, call: Call, now: Date): Decision<Issue, Announcement> {
  assertMove(issue, 'callBack');
  if (issue.handledBy.includes(call.by)) throw reject('ISSUE_HANDLED_BY_CALLER', { number: issue.number });
  switch (call.outcome) {
    case 'SETTLED':
      return writtenOff(issue, call.callbackId, now);
    case 'NOT_SETTLED':
      return reopened(issue, call.callbackId, now);
    case 'NOT_REACHED':
      if (call.satisfaction !== null) throw reject('CALLBACK_NOT_REACHED_BUT_RATED', { field: 'satisfaction' });
      return { state: issue, events: [] };
    default:
      return exhaustive(call.outcome);
  }
}
