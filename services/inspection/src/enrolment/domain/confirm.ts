import type { Announcement } from '@qifutong/contracts/define-event';
import { enrolmentConfirmed } from '@qifutong/contracts/inspection/enrolment-confirmed';
import type { Decision } from '@qifutong/kernel/decision';
import type { Enrolment } from './enrolment.ts';

/** Enrols for good, with the approval of its acceptance, what was enrolled until then; once. */
export function confirm(enrolment: Enrolment, by: string, now: Date): Decision<Enrolment, Announcement> {
  if (enrolment.provisionalFor === null) return { state: enrolment, events: [] };
  const { creditCode: firmCreditCode, townCode } = enrolment;
  const told = { firmCreditCode, townCode, confirmedBy: by, confirmedAt: now.toISOString() };
  return { state: { ...enrolment, provisionalFor: null }, events: [enrolmentConfirmed(told)] };
}
