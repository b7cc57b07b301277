import type { Announcement } from '@qifutong/contracts/define-event';
import type { Domain } from '@qifutong/contracts/fields';
import { centreUrged } from '@qifutong/contracts/taskforce/centre-urged';
import type { Decision } from '@qifutong/kernel/decision';
import { noticeNumber, unanswered, type Numbered, type UrgingNotice } from './urging-notice.ts';
import type { OnDuty } from './supervision.ts';

/** One of the centre's own deadlines that was missed, and which notice for it is due. */
export interface CentreUrging {
  readonly centreClockId: string;
  readonly issueId: string;
  /** of the issue */
  readonly number: string;
  readonly round: number;
  readonly domain: Domain | null;
  readonly townCode: string | null;
  readonly clock: 'DISPATCH' | 'CALLBACK';
  readonly ordinal: number;
  readonly dueAt: Date;
  readonly issuedAt: Date;
}

/** 催办 of the centre itself: the notice goes to its commander on duty. */
export function urgeCentre(
  { issueId, round, number: about, ...urging }: CentreUrging,
  onDuty: OnDuty | null,
  { id, day, runningNumber }: Numbered,
): Decision<UrgingNotice, Announcement> {
  const { domain, clock, ordinal, dueAt, issuedAt } = urging;
  const number = noticeNumber(day, runningNumber);
  const commander = { commander: onDuty?.sub ?? null, commanderName: onDuty?.name ?? null };
  const nobody = {
    taskId: null,
    taskForceCode: null,
    interviewId: null,
    urgedBy: null,
    urgedByName: null,
    reason: null,
  };
  const instants = { dueAt: dueAt.toISOString(), issuedAt: issuedAt.toISOString() };
  return {
    state: { id, version: 0, number, about, ...urging, ...commander, ...nobody, ...unanswered },
    events: [
      centreUrged({ urgingNoticeId: id, number, issueId, round, domain, centreClock: clock, ordinal, ...instants }),
    ],
  };
}
