import type { Announcement } from '@qifutong/contracts/define-event';
import { inspectionVoided } from '@qifutong/contracts/inspection/inspection-voided';
import type { Decision } from '@qifutong/kernel/decision';
import type { Inspection } from './inspection.ts';
import { reject } from './rejections.ts';

/** Takes a result out of the firm's history; it stays on file. */
export function voidInspection(inspection: Inspection, now: Date): Decision<Inspection, Announcement> {
  const { id, creditCode, townCode, voidedAt } = inspection;
  if (voidedAt !== null) throw reject('INSPECTION_VOIDED', { field: 'inspectionId', id });
  const voided = { inspectionId: id, firmCreditCode: creditCode, townCode, voidedAt: now.toISOString() };
  return { state: { ...inspection, voidedAt: now }, events: [inspectionVoided(voided)] };
}
