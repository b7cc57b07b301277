import type { Announcement } from '@qifutong/contracts/define-event';
import type { Domain } from '@qifutong/contracts/fields';
import { taskForceFounded } from '@qifutong/contracts/taskforce/task-force-founded';
import type { Decision } from '@qifutong/kernel/decision';
import { reject } from './rejections.ts';
import { leadOf, membersChanged, ofPerson, type Membership, type TaskForce, type TaskForceFact } from './task-force.ts';

export interface Founding {
  readonly code: string;
  readonly name: string;
  readonly leadDepartment: string;
  readonly memberDepartments: readonly string[];
  readonly reason: string;
  readonly domains: readonly Domain[];
  readonly commonIssueId: string | null;
  readonly members: readonly Membership[];
}

/** What the rule must know beside: which departments there are, and whether intake announced the common issue. */
export interface Known {
  readonly departments: ReadonlySet<string>;
  readonly commonIssue: boolean;
}

/** 组建专班: for a reason, which is a domain or a common issue. Who gets what is said by the routing rules, not by this. */
export function found(
  founding: Founding & { readonly by: string },
  known: Known,
  now: Date,
): Decision<TaskForce, Announcement> {
  assertPurpose(founding, known);
  assertDepartments(founding, known);
  assertMembers(founding.members);
  const { code, name, reason, commonIssueId, by, members, domains } = founding;
  const state: TaskForce = {
    code,
    version: 0,
    name,
    leadDepartmentCode: founding.leadDepartment,
    foundingReason: reason,
    commonIssueId,
    foundedAt: now,
    foundedBy: by,
    dissolvedAt: null,
    dissolvedBy: null,
    dissolutionReason: null,
    history: beginning(founding, now),
  };
  const about = { taskForce: code, leadDepartment: founding.leadDepartment, domains: [...domains], commonIssueId };
  const told = taskForceFounded({ ...about, foundedBy: by, foundedAt: now.toISOString() });
  const came = membersChanged(state, { added: members.map(({ sub }) => sub), lead: leadOf(members), by }, now);
  return { state, events: [told, came] };
}

function beginning({ by, reason, members }: Founding & { readonly by: string }, now: Date): TaskForceFact[] {
  const founded = { type: 'FOUNDED', at: now, by, sub: null, name: null, reason } as const;
  const added = members.map((one) => ofPerson('MEMBER_ADDED', one, by, now));
  const leads = members.filter(({ role }) => role === 'LEAD').map((one) => ofPerson('LEAD_APPOINTED', one, by, now));
  return [founded, ...added, ...leads];
}

function assertPurpose({ domains, commonIssueId }: Founding, { commonIssue }: Known): void {
  if (domains.length === 0 && commonIssueId === null) throw reject('TASK_FORCE_WITHOUT_PURPOSE', { field: 'domains' });
  if (commonIssueId !== null && !commonIssue) throw reject('COMMON_ISSUE_UNKNOWN', { field: 'commonIssueId' });
}

function assertDepartments({ leadDepartment, memberDepartments }: Founding, { departments }: Known): void {
  const fields = [
    ['leadDepartment', leadDepartment] as const,
    ...memberDepartments.map((code, i) => [`memberDepartments.${i}`, code] as const),
  ];
  for (const [field, code] of fields) if (!departments.has(code)) throw reject('DEPARTMENT_UNKNOWN', { field, code });
}

function assertMembers(members: readonly Membership[]): void {
  const again = members.findIndex(({ sub }, i) => members.findIndex((one) => one.sub === sub) < i);
  if (again >= 0) throw reject('MEMBER_TWICE', { field: `members.${again}.sub` });
  const leads = members.flatMap(({ role }, i) => (role === 'LEAD' ? [i] : []));
  if (leads.length === 0) throw reject('LEAD_REQUIRED', { field: 'members' });
  if (leads.length > 1) throw reject('LEADS_TOO_MANY', { field: `members.${leads[1]}.role` });
}
