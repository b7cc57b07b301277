import type { Announcement } from '@qifutong/contracts/define-event';
import { urgingIssuedByHand } from '@qifutong/contracts/taskforce/urging-issued-by-hand';
import type { Decision } from '@qifutong/kernel/decision';
import { reject } from './rejections.ts';
import { addressed, type Urged } from './urge.ts';
import { noticeNumber, unanswered, type Numbered, type UrgingNotice } from './urging-notice.ts';

interface ByHand {
  readonly reason: string;
  readonly urgedBy: string;
  readonly urgedByName: string;
  readonly issuedAt: Date;
  /** when the task was urged by hand before, or null */
  readonly lastAt: Date | null;
  /** milliseconds that lie between two of these at least */
  readonly everyMs: number;
}

/** 人工催办: the centre urges a task force whatever its clocks say. @throws TASK_URGED_LATELY */
export function urgeByHand(
  task: Urged,
  { reason, urgedBy, urgedByName, issuedAt, lastAt, everyMs }: ByHand,
  { id, day, runningNumber }: Numbered,
): Decision<UrgingNotice, Announcement> {
  if (lastAt !== null && issuedAt.getTime() < lastAt.getTime() + everyMs)
    throw reject('TASK_URGED_LATELY', { number: task.number, at: lastAt.toISOString() });
  const number = noticeNumber(day, runningNumber);
  const { id: taskId, issueId, commonIssueId, round, domain, taskForceCode: taskForce } = task;
  const nothingMissed = { clock: null, ordinal: null, dueAt: null };
  const nobody = { centreClockId: null, interviewId: null, commander: null, commanderName: null };
  const ofTask = { taskId, issueId, commonIssueId, round, domain, taskForce };
  const told = { ...ofTask, urgingNoticeId: id, number, urgedBy, issuedAt: issuedAt.toISOString() };
  return {
    state: {
      ...{ id, version: 0, number, ...addressed(task), ...nobody, ...nothingMissed },
      ...{ issuedAt, urgedBy, urgedByName, reason, ...unanswered },
    },
    events: [urgingIssuedByHand(told)],
  };
}
