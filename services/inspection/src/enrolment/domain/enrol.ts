import type { Announcement } from '@qifutong/contracts/define-event';
import { enrolmentMade } from '@qifutong/contracts/inspection/enrolment-made';
import { isCreditCode } from '@qifutong/kernel/credit-code';
import type { Decision } from '@qifutong/kernel/decision';
import type { Enrolment } from './enrolment.ts';
import { reject } from './rejections.ts';

interface Application {
  readonly creditCode: string;
  readonly townCode: string | null;
  /** now, when not said */
  readonly enrolledAt: Date | null;
  readonly by: string;
}

/** Puts a firm on the list of those that are inspected. */
export function enrol(
  { creditCode, townCode, enrolledAt: said, by }: Application,
  now: Date,
): Decision<Enrolment, Announcement> {
  if (!isCreditCode(creditCode)) throw reject('ENROLMENT_CREDIT_CODE_INVALID', { field: 'creditCode' });
  if (said !== null && said > now) throw reject('ENROLMENT_IN_FUTURE', { field: 'enrolledAt' });
  const enrolledAt = said ?? now;
  const place = { townCode, formerTowns: [] };
  const state = { creditCode, version: 0, ...place, enrolledAt, enrolledBy: by, provisionalFor: null };
  const told = { firmCreditCode: creditCode, townCode, enrolledAt: enrolledAt.toISOString(), enrolledBy: by };
  return { state, events: [enrolmentMade(told)] };
}
