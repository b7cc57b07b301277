import type { Domain } from '@qifutong/contracts/fields';
import { compactDay } from '@qifutong/kernel/county-time';

/** Who commands at an instant. */
export interface OnDuty {
  readonly sub: string;
  readonly name: string;
}

/** 督办: the commander takes a task up that was urged repeatedly, or without that. */
export interface Supervision {
  readonly id: string;
  readonly version: number;
  readonly number: string;
  readonly taskId: string;
  readonly taskForceCode: string;
  /** the number of the issue, or of the common issue */
  readonly about: string;
  readonly domain: Domain;
  readonly townCode: string | null;
  /** the notice that brought it about; null where a commander opened it */
  readonly urgingNoticeId: string | null;
  readonly reason: string;
  /** who answers for it; null where nobody was on duty: it is the office's then */
  readonly commander: string | null;
  readonly commanderName: string;
  readonly openedAt: Date;
  readonly openedBy: string | null;
  readonly acknowledgedAt: Date | null;
  readonly acknowledgedBy: string | null;
  readonly acknowledgedByName: string | null;
  readonly liftedAt: Date | null;
  readonly liftedBy: string | null;
  readonly liftedByName: string | null;
  readonly conclusion: string | null;
}

/** The title under which a supervision is opened while nobody is on duty. */
export const OFFICE = '值班指挥长';

/** `督20200215-0001` */
export function supervisionNumber(day: string, runningNumber: number): string {
  return `督${compactDay(day)}-${String(runningNumber).padStart(4, '0')}`;
}
