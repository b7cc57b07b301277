import type { Announcement } from '@qifutong/contracts/define-event';
import type { Decision } from '@qifutong/kernel/decision';
import { reject } from './rejections.ts';
import {
  assertLiving,
  leadOf,
  membersChanged,
  ofPerson,
  type Membership,
  type Person,
  type TaskForce,
} from './task-force.ts';

interface Addition {
  readonly person: Person;
  readonly members: readonly Membership[];
  readonly by: string;
}

/** Somebody comes to the task force; who leads it is said by an appointment. */
export function addMember(
  taskForce: TaskForce,
  { person, members, by }: Addition,
  now: Date,
): Decision<TaskForce, Announcement> {
  assertLiving(taskForce);
  if (members.some(({ sub }) => sub === person.sub)) throw reject('MEMBER_TWICE', { field: 'sub' });
  return {
    state: { ...taskForce, history: [...taskForce.history, ofPerson('MEMBER_ADDED', person, by, now)] },
    events: [membersChanged(taskForce, { added: [person.sub], lead: leadOf(members), by }, now)],
  };
}
