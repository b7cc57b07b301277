import { taskForceMembersChanged } from '@qifutong/contracts/taskforce/task-force-members-changed';
import { reject } from './rejections.ts';

export const memberRoles = ['LEAD', 'MEMBER'] as const;
export type MemberRole = (typeof memberRoles)[number];

export interface Person {
  readonly sub: string;
  readonly name: string;
}

/** Somebody who belongs to a task force; one of them leads it. */
export interface Membership extends Person {
  readonly role: MemberRole;
}

export const taskForceFactTypes = ['FOUNDED', 'MEMBER_ADDED', 'MEMBER_REMOVED', 'LEAD_APPOINTED', 'DISSOLVED'] as const;

/** What happened to a task force: when, by whom (null: it came with the product), to whom, and why. */
export interface TaskForceFact {
  readonly type: (typeof taskForceFactTypes)[number];
  readonly at: Date;
  readonly by: string | null;
  readonly sub: string | null;
  readonly name: string | null;
  readonly reason: string | null;
}

/** 工作专班: a temporary team under a lead department */
export interface TaskForce {
  readonly code: string;
  readonly version: number;
  readonly name: string;
  readonly leadDepartmentCode: string;
  readonly foundingReason: string;
  /** the common issue that it was founded for, where that was why */
  readonly commonIssueId: string | null;
  readonly foundedAt: Date;
  /** null: it came with the product */
  readonly foundedBy: string | null;
  readonly dissolvedAt: Date | null;
  readonly dissolvedBy: string | null;
  readonly dissolutionReason: string | null;
  /** oldest first; it only grows */
  readonly history: readonly TaskForceFact[];
}

/** @throws TASK_FORCE_DISSOLVED, naming the field */
export function assertLiving({ code, dissolvedAt }: TaskForce): void {
  if (dissolvedAt !== null) throw reject('TASK_FORCE_DISSOLVED', { field: 'code', code });
}

/** @throws MEMBER_UNKNOWN */
export function memberOf(members: readonly Membership[], sub: string, { code }: TaskForce): Membership {
  const member = members.find((one) => one.sub === sub);
  if (!member) throw reject('MEMBER_UNKNOWN', { field: 'sub', code });
  return member;
}

/** What happened concerns one person. */
export function ofPerson(type: TaskForceFact['type'], { sub, name }: Person, by: string, at: Date): TaskForceFact {
  return { type, at, by, sub, name, reason: null };
}

interface Changed {
  readonly added?: readonly string[];
  readonly removed?: readonly string[];
  readonly lead: string | null;
  readonly by: string;
}

/** Tells who came, who went and who leads now; never their names. */
export function membersChanged({ code }: Pick<TaskForce, 'code'>, changed: Changed, at: Date) {
  const { added = [], removed = [], lead, by: changedBy } = changed;
  const told = { added: [...added], removed: [...removed], lead, changedBy, changedAt: at.toISOString() };
  return taskForceMembersChanged({ taskForce: code, ...told });
}

/** Who leads, or null. */
export function leadOf(members: readonly Membership[]): string | null {
  return members.find(({ role }) => role === 'LEAD')?.sub ?? null;
}
