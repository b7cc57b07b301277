import type { Domain } from '@qifutong/contracts/fields';
import { compactDay } from '@qifutong/kernel/county-time';
import type { ClockKind } from '../../clock/domain/clock.ts';

/** 催办单: the document that a missed deadline, or the centre by hand, brings upon a task force, or upon the centre itself. */
export interface UrgingNotice {
  readonly id: string;
  readonly version: number;
  readonly number: string;
  /** null where it is the centre that is urged */
  readonly taskId: string | null;
  readonly taskForceCode: string | null;
  readonly centreClockId: string | null;
  /** the interview that was not held in time */
  readonly interviewId: string | null;
  /** who was on duty when the centre was urged; null where nobody was, or it is a task force's */
  readonly commander: string | null;
  readonly commanderName: string | null;
  /** the number of the issue, of the common issue, or of the interview's summons */
  readonly about: string;
  readonly domain: Domain | null;
  readonly townCode: string | null;
  /** what was missed, since when, and which notice for that it is, from 1; null where it was issued by hand; of an interview only the limit */
  readonly clock: ClockKind | null;
  readonly ordinal: number | null;
  readonly dueAt: Date | null;
  readonly issuedAt: Date;
  /** by hand: who, and why */
  readonly urgedBy: string | null;
  /** names as they were then, which is what is printed; null of documents from before they were kept */
  readonly urgedByName: string | null;
  readonly reason: string | null;
  readonly acknowledgedAt: Date | null;
  readonly acknowledgedBy: string | null;
  readonly acknowledgedByName: string | null;
  readonly repliedAt: Date | null;
  readonly repliedBy: string | null;
  readonly repliedByName: string | null;
  readonly replyReason: string | null;
  readonly promisedAt: Date | null;
}

/** What a document has before it is decided what it says. */
export interface Numbered {
  readonly id: string;
  /** the county's day of issue, and that day's running number */
  readonly day: string;
  readonly runningNumber: number;
}

/** `催20200215-0007` */
export function noticeNumber(day: string, runningNumber: number): string {
  return `催${compactDay(day)}-${String(runningNumber).padStart(4, '0')}`;
}

export const unanswered = {
  acknowledgedAt: null,
  acknowledgedBy: null,
  acknowledgedByName: null,
  repliedAt: null,
  repliedBy: null,
  repliedByName: null,
  replyReason: null,
  promisedAt: null,
} as const;
