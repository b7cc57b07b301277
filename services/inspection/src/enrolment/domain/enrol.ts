import { isCreditCode } from '@qifutong/kernel/credit-code';
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
export function enrol({ creditCode, townCode, enrolledAt, by }: Application, now: Date): Enrolment {
  if (!isCreditCode(creditCode)) throw reject('ENROLMENT_CREDIT_CODE_INVALID', { field: 'creditCode' });
  if (enrolledAt !== null && enrolledAt > now) throw reject('ENROLMENT_IN_FUTURE', { field: 'enrolledAt' });
  return { creditCode, townCode, enrolledAt: enrolledAt ?? now, enrolledBy: by, provisionalFor: null };
}
