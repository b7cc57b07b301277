import type { Announcement } from '@qifutong/contracts/define-event';
import { issueReadmitted } from '@qifutong/contracts/intake/issue-readmitted';
import type { Decision } from '@qifutong/kernel/decision';
import { assertMove, inStatus, nothingDone, withHandler, type Issue } from './issue.ts';

/** An analyst reopens what was written off or rejected: readmitted, in a new round. */
export function reopen(
  issue: Issue,
  { reason, by }: { reason: string; by: string },
  now: Date,
): Decision<Issue, Announcement> {
  assertMove(issue, 'reopen');
  const state: Issue = {
    ...inStatus('REOPENED', issue),
    ...nothingDone,
    round: issue.round + 1,
    statusReason: reason,
    handledBy: withHandler(issue, by),
  };
  return { state, events: [readmitted(issue, state, now)] };
}

/** An issue that was closed is open again. */
export function readmitted(before: Issue, after: Issue, now: Date): Announcement {
  const { id: issueId, number, round, domain, status } = after;
  const formerStatus = before.status as 'WRITTEN_OFF' | 'REJECTED' | 'MERGED';
  const due = after.callbackDueAt === null ? {} : { callbackDueAt: after.callbackDueAt.toISOString() };
  const told = { issueId, number, round, domain, formerStatus, status };
  return issueReadmitted({ ...told, readmittedAt: now.toISOString(), ...due });
}
