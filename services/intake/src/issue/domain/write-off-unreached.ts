import type { Announcement } from '@qifutong/contracts/define-event';
import { issueWrittenOff } from '@qifutong/contracts/intake/issue-written-off';
import type { Decision } from '@qifutong/kernel/decision';
import type { Attempt } from './attempts.ts';
import type { CallbackPolicy } from './callback-policy.ts';
import { assertMove, struckOff, type Issue } from './issue.ts';
import { reject } from './rejections.ts';

interface SignOff {
  readonly reason: string;
  readonly by: string;
  /** the vain attempts since the solution, oldest first, each with the county's day of it */
  readonly attempts: readonly (Attempt & { readonly day: string })[];
}

/** A commander strikes off an issue whose firm could not be reached: the one write-off without the firm's word. */
export function writeOffUnreached(
  issue: Issue,
  { reason, by, attempts }: SignOff,
  policy: CallbackPolicy,
  now: Date,
): Decision<Issue, Announcement> {
  assertMove(issue, 'writeOffUnreached');
  const { id: issueId, number, round, domain } = issue;
  if (issue.handledBy.includes(by)) throw reject('ISSUE_HANDLED_BY_CALLER', { number });
  const days = new Set(attempts.map(({ day }) => day)).size;
  const last = attempts.at(-1);
  if (last === undefined || attempts.length < policy.attempts || days < policy.attemptDays)
    throw reject('ISSUE_TRIED_TOO_LITTLE', {
      number,
      attempts: attempts.length,
      days,
      neededAttempts: policy.attempts,
      neededDays: policy.attemptDays,
    });
  const told = { issueId, number, round, domain, callbackId: last.id, writtenOffAt: now.toISOString() };
  return {
    state: { ...struckOff(issue, now), unreached: true, statusReason: reason },
    events: [issueWrittenOff({ ...told, unreached: true })],
  };
}
