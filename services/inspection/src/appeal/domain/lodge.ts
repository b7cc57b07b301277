import type { Announcement } from '@qifutong/contracts/define-event';
import { appealLodged } from '@qifutong/contracts/inspection/appeal-lodged';
import type { Decision } from '@qifutong/kernel/decision';
import { about, type Appeal, type Appealed } from './appeal.ts';
import { reject } from './rejections.ts';

const DAY_MS = 86_400_000;

function lastInstant({ receivedAt }: Pick<Appealed, 'receivedAt'>, withinDays: number): Date {
  return new Date(receivedAt.getTime() + withinDays * DAY_MS);
}

/** @throws when the result is void, or its time is up; at the very instant it is not */
export function assertAppealable(inspection: Appealed, withinDays: number, now: Date): void {
  const field = 'inspectionId';
  if (inspection.voidedAt !== null) throw reject('APPEAL_INSPECTION_VOIDED', { field });
  if (now > lastInstant(inspection, withinDays)) throw reject('APPEAL_TOO_LATE', { field, days: withinDays });
}

/** The last instant at which it can be appealed; null where it cannot any more. */
export function appealableUntil(
  inspection: Pick<Appealed, 'receivedAt' | 'voidedAt'> & { readonly appealed: boolean },
  withinDays: number,
  now: Date,
): Date | null {
  const until = lastInstant(inspection, withinDays);
  return inspection.voidedAt === null && !inspection.appealed && now <= until ? until : null;
}

interface Lodged {
  readonly id: string;
  readonly number: string;
  readonly grounds: string;
  readonly by: string;
}

/** Takes an appeal that is in time. */
export function lodge(inspection: Appealed, lodged: Lodged, now: Date): Decision<Appeal, Announcement> {
  const { id, number, grounds, by } = lodged;
  const { creditCode, townCode, id: inspectionId } = inspection;
  const state: Appeal = {
    ...{ id, version: 0, number, creditCode, townCode, inspectionId, grounds },
    status: 'LODGED',
    issuedAt: now,
    lodgedBy: by,
    ...{ decidedAt: null, decidedBy: null, decidedByName: null, reason: null },
  };
  return { state, events: [appealLodged({ ...about(state), lodgedAt: now.toISOString() })] };
}
