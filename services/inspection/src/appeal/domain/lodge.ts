import type { Announcement } from '@qifutong/contracts/define-event';
import { appealLodged } from '@qifutong/contracts/inspection/appeal-lodged';
import type { Decision } from '@qifutong/kernel/decision';
import { about, type Appeal, type Appealed } from './appeal.ts';
import { reject } from './rejections.ts';

const DAY_MS = 86_400_000;

/** @throws when the result is void, or its time is up; at the very instant it is not */
export function assertAppealable({ receivedAt, voidedAt }: Appealed, withinDays: number, now: Date): void {
  const field = 'inspectionId';
  if (voidedAt !== null) throw reject('APPEAL_INSPECTION_VOIDED', { field });
  if (now.getTime() > receivedAt.getTime() + withinDays * DAY_MS)
    throw reject('APPEAL_TOO_LATE', { field, days: withinDays });
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
