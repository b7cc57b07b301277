import { TASK_FORCES } from '@qifutong/contracts/task-forces';
import { roles, type Role } from '@qifutong/platform/viewer';

export { roles as ROLES, type Role };

/** One demonstration person. The scope (task force, firm, town) limits what the role may see. */
export interface Account {
  readonly sub: string;
  readonly name: string;
  readonly role: Role;
  readonly taskForce?: string;
  readonly firm?: string;
  readonly town?: string;
}

/** Who leads a task force and who is in it; one that was founded since is called by its code. */
export function accountsOf(taskForce: string): readonly Account[] {
  const code = taskForce.toLowerCase().replaceAll('_', '-');
  const chinese = TASK_FORCES[taskForce] ?? taskForce;
  return [
    { sub: `${code}-lead`, name: `${chinese}专班组长`, role: 'TASKFORCE_LEAD', taskForce },
    { sub: `${code}-member`, name: `${chinese}专班成员`, role: 'TASKFORCE_MEMBER', taskForce },
  ];
}

/** Everybody who can log in to the embedded issuer; all invented. */
export const accounts: readonly Account[] = [
  { sub: 'operator-1', name: '接线员甲', role: 'OPERATOR' },
  { sub: 'operator-2', name: '接线员乙', role: 'OPERATOR' },
  { sub: 'analyst-1', name: '研判员甲', role: 'ANALYST' },
  ...Object.keys(TASK_FORCES).flatMap(accountsOf),
  { sub: 'inspector-1', name: '检查员甲', role: 'INSPECTOR' },
  { sub: 'inspector-2', name: '检查员乙', role: 'INSPECTOR', town: '330226002' },
  { sub: 'inspector-3', name: '检查员丙', role: 'INSPECTOR', town: '330226003' },
  { sub: 'commander-1', name: '指挥长甲', role: 'COMMANDER' },
  { sub: 'firm', name: '企业经办人', role: 'FIRM' },
  { sub: 'department-1', name: '部门联络员甲', role: 'DEPARTMENT' },
  { sub: 'auditor-1', name: '审计员甲', role: 'AUDITOR' },
  { sub: 'admin-1', name: '管理员甲', role: 'ADMIN' },
];
