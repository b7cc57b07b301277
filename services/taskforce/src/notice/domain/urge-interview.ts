import type { Announcement } from '@qifutong/contracts/define-event';
import { interviewUrged } from '@qifutong/contracts/taskforce/interview-urged';
import type { Decision } from '@qifutong/kernel/decision';
import type { OnDuty } from './supervision.ts';
import { noticeNumber, unanswered, type Numbered, type UrgingNotice } from './urging-notice.ts';

/** An interview that was not held in time, as it was noticed. */
export interface MissedInterview {
  readonly interviewId: string;
  /** of the summons, `约20200214-0001` */
  readonly number: string;
  readonly firmCreditCode: string;
  readonly townCode: string | null;
  readonly dueAt: Date;
}

/** 催办 for a missed 约谈: the commander on duty is told, once for each time limit. */
export function urgeInterview(
  { number: about, firmCreditCode, interviewId, townCode, dueAt }: MissedInterview,
  onDuty: OnDuty | null,
  { id, day, runningNumber }: Numbered,
  issuedAt: Date,
): Decision<UrgingNotice, Announcement> {
  const number = noticeNumber(day, runningNumber);
  const commander = { commander: onDuty?.sub ?? null, commanderName: onDuty?.name ?? null };
  const nobody = { taskId: null, taskForceCode: null, urgedBy: null, urgedByName: null, reason: null };
  const noClock = { centreClockId: null, domain: null, clock: null, ordinal: null };
  const missed = { interviewId, about, townCode, dueAt, issuedAt };
  const instants = { dueAt: dueAt.toISOString(), issuedAt: issuedAt.toISOString() };
  return {
    state: { id, version: 0, number, ...missed, ...commander, ...nobody, ...noClock, ...unanswered },
    events: [interviewUrged({ urgingNoticeId: id, number, interviewId, firmCreditCode, townCode, ...instants })],
  };
}
