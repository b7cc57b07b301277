import type { Announcement } from '@qifutong/contracts/define-event';
import type { Decision } from '@qifutong/kernel/decision';
import {
  assertLiving,
  leadOf,
  memberOf,
  membersChanged,
  ofPerson,
  type Membership,
  type TaskForce,
} from './task-force.ts';

interface Appointment {
  readonly sub: string;
  readonly members: readonly Membership[];
  readonly by: string;
}

/** 任命组长: a member leads from now on, and whoever led before is a member; who leads already goes on leading. */
export function appointLead(
  taskForce: TaskForce,
  { sub, members, by }: Appointment,
  now: Date,
): Decision<TaskForce, Announcement> {
  assertLiving(taskForce);
  const member = memberOf(members, sub, taskForce);
  if (leadOf(members) === sub) return { state: taskForce, events: [] };
  return {
    state: { ...taskForce, history: [...taskForce.history, ofPerson('LEAD_APPOINTED', member, by, now)] },
    events: [membersChanged(taskForce, { lead: sub, by }, now)],
  };
}
