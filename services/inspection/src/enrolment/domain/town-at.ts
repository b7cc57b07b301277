import type { Enrolment } from './enrolment.ts';

/** The town that a firm was of at a time; at the very instant at which it was put into another one, the one before. */
export function townAt(
  { townCode, formerTowns }: Pick<Enrolment, 'townCode' | 'formerTowns'>,
  at: Date,
): string | null {
  const then = formerTowns.find(({ until }) => at <= until);
  return then ? then.townCode : townCode;
}
