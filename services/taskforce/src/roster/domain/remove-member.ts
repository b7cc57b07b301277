import type { Announcement } from '@qifutong/contracts/define-event';
import type { Decision } from '@qifutong/kernel/decision';
import { reject } from './rejections.ts';
import {
  assertLiving,
  leadOf,
  memberOf,
  membersChanged,
  ofPerson,
  type Membership,
  type TaskForce,
} from './task-force.ts';

interface Removal {
  readonly sub: string;
  readonly members: readonly Membership[];
  readonly by: string;
}

/** Somebody leaves the task force; its lead only once another leads it. */
export function removeMember(
  taskForce: TaskForce,
  { sub, members, by }: Removal,
  now: Date,
): Decision<TaskForce, Announcement> {
  assertLiving(taskForce);
  const member = memberOf(members, sub, taskForce);
  if (member.role === 'LEAD') throw reject('MEMBER_IS_LEAD', { field: 'sub', code: taskForce.code });
  return {
    state: { ...taskForce, history: [...taskForce.history, ofPerson('MEMBER_REMOVED', member, by, now)] },
    events: [membersChanged(taskForce, { removed: [sub], lead: leadOf(members), by }, now)],
  };
}
