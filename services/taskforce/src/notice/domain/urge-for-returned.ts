import type { Announcement } from '@qifutong/contracts/define-event';
import { returnedTaskUrged } from '@qifutong/contracts/taskforce/returned-task-urged';
import type { Decision } from '@qifutong/kernel/decision';
import type { OnDuty } from './supervision.ts';
import { addressed, type TaskUrging } from './urge.ts';
import { noticeNumber, unanswered, type Numbered, type UrgingNotice } from './urging-notice.ts';

/** 催办 of the centre itself, which has a returned task to dispatch anew: the notice is about the task, and goes to the commander on duty. */
export function urgeForReturned(
  { task, clock, ordinal, dueAt, issuedAt }: TaskUrging,
  onDuty: OnDuty | null,
  { id, day, runningNumber }: Numbered,
): Decision<UrgingNotice, Announcement> {
  const number = noticeNumber(day, runningNumber);
  const { id: taskId, issueId, commonIssueId, round, domain } = task;
  const toCentre = { taskForceCode: null, commander: onDuty?.sub ?? null, commanderName: onDuty?.name ?? null };
  const nobody = { centreClockId: null, interviewId: null, urgedBy: null, urgedByName: null, reason: null };
  const missed = { clock, ordinal, dueAt, issuedAt };
  const instants = { dueAt: dueAt.toISOString(), issuedAt: issuedAt.toISOString() };
  const told = { urgingNoticeId: id, number, taskId, issueId, commonIssueId, round, domain, ordinal, ...instants };
  return {
    state: { id, version: 0, number, ...addressed(task), ...missed, ...nobody, ...toCentre, ...unanswered },
    events: [returnedTaskUrged(told)],
  };
}
