import type { Asker } from '@qifutong/testkit/boot';
import { creditCodeOf } from './builders.ts';

export const operator: Asker = { sub: 'operator-1', name: '接线员甲', roles: ['OPERATOR'] };
/** has handled nothing, and may call back */
export const caller: Asker = { sub: 'operator-2', name: '接线员乙', roles: ['OPERATOR'] };
export const analyst: Asker = { sub: 'analyst-1', name: '研判员甲', roles: ['ANALYST'] };
export const commander: Asker = { sub: 'commander-1', name: '指挥长', roles: ['COMMANDER'] };
export const admin: Asker = { sub: 'admin-1', name: '管理员', roles: ['ADMIN'] };
export const auditor: Asker = { sub: 'auditor-1', name: '审计员', roles: ['AUDITOR'] };

export function firmNo(n: number): Asker {
  return { sub: `firm-${n}`, name: `${n}号厂经办人`, roles: ['FIRM'], firm: creditCodeOf(n) };
}

export function departmentOf(town: string | null): Asker {
  return { sub: 'department-1', name: '经信局', roles: ['DEPARTMENT'], ...(town === null ? {} : { town }) };
}

export function leadOf(taskForce: string): Asker {
  return { sub: `lead-${taskForce}`, name: '专班组长', roles: ['TASKFORCE_LEAD'], task_force: taskForce };
}
