import type { Announcement } from '@qifutong/contracts/define-event';
import { acceptanceLapsed } from '@qifutong/contracts/inspection/acceptance-lapsed';
import { acceptanceReinstated } from '@qifutong/contracts/inspection/acceptance-reinstated';
import type { Decision } from '@qifutong/kernel/decision';
import { about, type Acceptance } from './acceptance.ts';

/** Lets an approval fall with the inspection on site that it rests on; who had decided, and when, stays on file. */
export function lapse(acceptance: Acceptance, now: Date): Decision<Acceptance, Announcement> {
  const { status, inspectionId } = acceptance;
  if (status !== 'APPROVED' || inspectionId === null) return { state: acceptance, events: [] };
  const state: Acceptance = { ...acceptance, status: 'LAPSED', lapsedAt: now };
  return { state, events: [acceptanceLapsed({ ...about(state), inspectionId, lapsedAt: now.toISOString() })] };
}

/** Lets it hold again, when that inspection counts after all. */
export function reinstate(acceptance: Acceptance, now: Date): Decision<Acceptance, Announcement> {
  const { status, inspectionId } = acceptance;
  if (status !== 'LAPSED' || inspectionId === null) return { state: acceptance, events: [] };
  const state: Acceptance = { ...acceptance, status: 'APPROVED', lapsedAt: null };
  return { state, events: [acceptanceReinstated({ ...about(state), inspectionId, reinstatedAt: now.toISOString() })] };
}
