import type { Announcement } from '@qifutong/contracts/define-event';
import { inspectionRestored } from '@qifutong/contracts/inspection/inspection-restored';
import type { Decision } from '@qifutong/kernel/decision';
import type { Inspection } from './inspection.ts';
import { reject } from './rejections.ts';

/** Lets a result that was voided count again. */
export function restoreInspection(inspection: Inspection, now: Date): Decision<Inspection, Announcement> {
  const { id, creditCode, townCode, voidedAt } = inspection;
  if (voidedAt === null) throw reject('INSPECTION_NOT_VOIDED', { field: 'inspectionId', id });
  const restored = { inspectionId: id, firmCreditCode: creditCode, townCode, restoredAt: now.toISOString() };
  return { state: { ...inspection, voidedAt: null }, events: [inspectionRestored(restored)] };
}
