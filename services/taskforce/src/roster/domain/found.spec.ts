import { describe, expect, it } from '@jest/globals';
import { taskForceFounded } from '@qifutong/contracts/taskforce/task-force-founded';
import { taskForceMembersChanged } from '@qifutong/contracts/taskforce/task-force-members-changed';
import { county } from '../../../test/builders.ts';
import { found, type Founding } from './found.ts';

const now = county('2020-02-14 11:00');
const by = 'commander-1';
const known = { departments: new Set(['EPIDEMIC_OFFICE', 'HEALTH', 'POLICE']), commonIssue: false };
const COMMON_ISSUE = '019c5a00-0000-7000-8000-000000000003';

const chen = { sub: 'chen', name: '陈七' };

function founding(named: Partial<Founding> = {}): Founding & { by: string } {
  return {
    code: 'SAMPLING',
    name: '上门采样',
    leadDepartment: 'EPIDEMIC_OFFICE',
    memberDepartments: ['HEALTH', 'POLICE'],
    reason: '企业员工返岗须核酸检测',
    domains: ['TESTING'],
    commonIssueId: null,
    members: [{ ...chen, role: 'LEAD' }],
    by,
    ...named,
  };
}

describe('founding a task force', () => {
  it('for a domain begins its history with who founded it, when and why', () => {
    const reason = '企业员工返岗须核酸检测';
    expect(found(founding(), known, now)).toEqual({
      state: {
        code: 'SAMPLING',
        version: 0,
        name: '上门采样',
        leadDepartmentCode: 'EPIDEMIC_OFFICE',
        foundingReason: reason,
        commonIssueId: null,
        foundedAt: now,
        foundedBy: by,
        dissolvedAt: null,
        dissolvedBy: null,
        dissolutionReason: null,
        history: [
          { type: 'FOUNDED', at: now, by, sub: null, name: null, reason },
          { type: 'MEMBER_ADDED', at: now, by, ...chen, reason: null },
          { type: 'LEAD_APPOINTED', at: now, by, ...chen, reason: null },
        ],
      },
      events: [
        taskForceFounded({
          taskForce: 'SAMPLING',
          leadDepartment: 'EPIDEMIC_OFFICE',
          domains: ['TESTING'],
          commonIssueId: null,
          foundedBy: by,
          foundedAt: now.toISOString(),
        }),
        expect.objectContaining({ type: 'taskforce.task-force.members-changed.v1' }),
      ],
    });
  });

  it('with its members tells who they are by their subjects alone', () => {
    const members = [
      { sub: 'li', name: '李四', role: 'MEMBER' },
      { sub: 'wang', name: '王五', role: 'LEAD' },
    ] as const;
    const { state, events } = found(founding({ members }), known, now);
    expect(state.history.slice(1)).toEqual([
      { type: 'MEMBER_ADDED', at: now, by, sub: 'li', name: '李四', reason: null },
      { type: 'MEMBER_ADDED', at: now, by, sub: 'wang', name: '王五', reason: null },
      { type: 'LEAD_APPOINTED', at: now, by, sub: 'wang', name: '王五', reason: null },
    ]);
    expect(events[1]).toEqual(
      taskForceMembersChanged({
        taskForce: 'SAMPLING',
        added: ['li', 'wang'],
        removed: [],
        lead: 'wang',
        changedBy: by,
        changedAt: now.toISOString(),
      }),
    );
  });

  it('for a common issue that was announced needs no domain', () => {
    const { state } = found(
      founding({ domains: [], commonIssueId: COMMON_ISSUE }),
      { ...known, commonIssue: true },
      now,
    );
    expect(state.commonIssueId).toBe(COMMON_ISSUE);
  });

  it.each([
    ['neither a domain nor a common issue', { domains: [] }, 'TASK_FORCE_WITHOUT_PURPOSE', 'domains'],
    ['a common issue of which nobody heard', { commonIssueId: COMMON_ISSUE }, 'COMMON_ISSUE_UNKNOWN', 'commonIssueId'],
    ['an unknown lead department', { leadDepartment: 'WEATHER' }, 'DEPARTMENT_UNKNOWN', 'leadDepartment'],
    [
      'an unknown department that takes part',
      { memberDepartments: ['HEALTH', 'WEATHER'] },
      'DEPARTMENT_UNKNOWN',
      'memberDepartments.1',
    ],
    [
      'somebody twice',
      {
        members: [
          { sub: 'li', name: '李四', role: 'MEMBER' },
          { sub: 'li', name: '李四', role: 'LEAD' },
        ],
      },
      'MEMBER_TWICE',
      'members.1.sub',
    ],
    ['nobody', { members: [] }, 'LEAD_REQUIRED', 'members'],
    ['no lead', { members: [{ ...chen, role: 'MEMBER' }] }, 'LEAD_REQUIRED', 'members'],
    [
      'two leads',
      {
        members: [
          { sub: 'li', name: '李四', role: 'LEAD' },
          { sub: 'wang', name: '王五', role: 'LEAD' },
        ],
      },
      'LEADS_TOO_MANY',
      'members.1.role',
    ],
  ] as [string, Partial<Founding>, string, string][])('with %s is refused', (_, named, code, field) => {
    expect(() => found(founding(named), known, now)).toThrow(expect.objectContaining({ code, field }));
  });
});
