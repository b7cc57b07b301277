import type { Announcement } from '@qifutong/contracts/define-event';
import { enrolmentMoved } from '@qifutong/contracts/inspection/enrolment-moved';
import type { Decision } from '@qifutong/kernel/decision';
import type { Enrolment } from './enrolment.ts';

export interface Told {
  /** null: nothing is said of it */
  readonly townCode: string | null;
  /** null: the register of firms says so */
  readonly by: string | null;
}

/** Puts a firm that is enrolled into another town from now on. What was performed there before is of the town of its time. */
export function move(enrolment: Enrolment, { townCode, by }: Told, now: Date): Decision<Enrolment, Announcement> {
  const { creditCode: firmCreditCode, townCode: formerTownCode } = enrolment;
  if (townCode === null || townCode === formerTownCode) return { state: enrolment, events: [] };
  const told = { firmCreditCode, formerTownCode, townCode, movedBy: by, movedAt: now.toISOString() };
  const formerTowns = [...enrolment.formerTowns, { townCode: formerTownCode, until: now }];
  return { state: { ...enrolment, townCode, formerTowns }, events: [enrolmentMoved(told)] };
}
