import type { Announcement } from '@qifutong/contracts/define-event';
import type { Decision } from '@qifutong/kernel/decision';
import type { Enrolment } from './enrolment.ts';
import { move, type Told } from './move.ts';
import { reject } from './rejections.ts';

/** What is said of a firm that is on the list: where it is. Who awaits an acceptance is enrolled for good by that alone. */
export function restate(enrolment: Enrolment, told: Told, now: Date): Decision<Enrolment, Announcement> {
  const decision = move(enrolment, told, now);
  if (enrolment.provisionalFor !== null && decision.events.length === 0)
    throw reject('ENROLMENT_AWAITS_ACCEPTANCE', { field: 'creditCode' });
  return decision;
}
