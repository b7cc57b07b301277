import { describe, expect, it } from '@jest/globals';
import { taskForceDissolved } from '@qifutong/contracts/taskforce/task-force-dissolved';
import { taskForceMembersChanged } from '@qifutong/contracts/taskforce/task-force-members-changed';
import { county } from '../../../test/builders.ts';
import { addMember } from './add-member.ts';
import { appointLead } from './appoint-lead.ts';
import { dissolve } from './dissolve.ts';
import { removeMember } from './remove-member.ts';
import type { Membership, TaskForce } from './task-force.ts';

const now = county('2020-02-14 11:00');
const by = 'commander-1';
const [li, wang]: Membership[] = [
  { sub: 'li', name: '李四', role: 'MEMBER' },
  { sub: 'wang', name: '王五', role: 'LEAD' },
];
const members = [li!, wang!];

function aTaskForce(named: Partial<TaskForce> = {}): TaskForce {
  return {
    code: 'TESTING',
    version: 3,
    name: '核酸检测',
    leadDepartmentCode: 'EPIDEMIC_OFFICE',
    foundingReason: '返岗员工核酸检测需求',
    commonIssueId: null,
    foundedAt: county('2020-02-01 08:00'),
    foundedBy: null,
    dissolvedAt: null,
    dissolvedBy: null,
    dissolutionReason: null,
    history: [],
    ...named,
  };
}

const fact = (type: TaskForce['history'][number]['type'], sub: string, name: string) =>
  ({ type, at: now, by, sub, name, reason: null }) as const;
const changed = (told: { added?: string[]; removed?: string[]; lead: string | null }) =>
  taskForceMembersChanged({
    taskForce: 'TESTING',
    added: [],
    removed: [],
    ...told,
    changedBy: by,
    changedAt: now.toISOString(),
  });

describe('the members of a task force', () => {
  it('come', () => {
    const person = { sub: 'zhao', name: '赵六' };
    expect(addMember(aTaskForce(), { person, members, by }, now)).toEqual({
      state: aTaskForce({ history: [fact('MEMBER_ADDED', 'zhao', '赵六')] }),
      events: [changed({ added: ['zhao'], lead: 'wang' })],
    });
  });

  it('go', () => {
    expect(removeMember(aTaskForce(), { sub: 'li', members, by }, now)).toEqual({
      state: aTaskForce({ history: [fact('MEMBER_REMOVED', 'li', '李四')] }),
      events: [changed({ removed: ['li'], lead: 'wang' })],
    });
  });

  it('are led by one of them', () => {
    expect(appointLead(aTaskForce(), { sub: 'li', members, by }, now)).toEqual({
      state: aTaskForce({ history: [fact('LEAD_APPOINTED', 'li', '李四')] }),
      events: [changed({ lead: 'li' })],
    });
  });

  it('led by whoever is appointed, nothing changes', () => {
    expect(appointLead(aTaskForce(), { sub: 'wang', members, by }, now)).toEqual({ state: aTaskForce(), events: [] });
  });

  it('come once, go when they are there, and the lead goes only once another leads', () => {
    const again = { person: { sub: 'li', name: '李四' }, members, by };
    expect(() => addMember(aTaskForce(), again, now)).toThrow(expect.objectContaining({ code: 'MEMBER_TWICE' }));
    const refused = (sub: string) => () => removeMember(aTaskForce(), { sub, members, by }, now);
    expect(refused('zhao')).toThrow(expect.objectContaining({ code: 'MEMBER_UNKNOWN', field: 'sub' }));
    expect(refused('wang')).toThrow(expect.objectContaining({ code: 'MEMBER_IS_LEAD', field: 'sub' }));
    expect(() => appointLead(aTaskForce(), { sub: 'zhao', members, by }, now)).toThrow(
      expect.objectContaining({ code: 'MEMBER_UNKNOWN' }),
    );
  });

  it('of a dissolved one stay as they are', () => {
    const dissolved = aTaskForce({ dissolvedAt: now, dissolvedBy: by, dissolutionReason: '任务完成' });
    const person = { sub: 'zhao', name: '赵六' };
    const moves = [
      () => addMember(dissolved, { person, members, by }, now),
      () => removeMember(dissolved, { sub: 'li', members, by }, now),
      () => appointLead(dissolved, { sub: 'li', members, by }, now),
      () => dissolve(dissolved, { reason: '任务完成', by, openTasks: 0, solvedTasks: 0 }, now),
    ];
    for (const move of moves)
      expect(move).toThrow(expect.objectContaining({ code: 'TASK_FORCE_DISSOLVED', field: 'code' }));
  });
});

describe('dissolving a task force', () => {
  it('that has nothing left to do ends its history', () => {
    const reason = '任务完成';
    const history = [{ type: 'DISSOLVED', at: now, by, sub: null, name: null, reason }] as const;
    expect(dissolve(aTaskForce(), { reason, by, openTasks: 0, solvedTasks: 0 }, now)).toEqual({
      state: aTaskForce({ dissolvedAt: now, dissolvedBy: by, dissolutionReason: reason, history }),
      events: [taskForceDissolved({ taskForce: 'TESTING', dissolvedBy: by, dissolvedAt: now.toISOString() })],
    });
  });

  it('that has open tasks is refused, and says how many', () => {
    expect(() => dissolve(aTaskForce(), { reason: '任务完成', by, openTasks: 3, solvedTasks: 2 }, now)).toThrow(
      expect.objectContaining({
        code: 'TASK_FORCE_HAS_OPEN_TASKS',
        message: '专班 TESTING 还有 3 项任务未办结,须先转办',
      }),
    );
  });

  it('that has solved tasks only is refused otherwise: they are not transferred, but called back', () => {
    expect(() => dissolve(aTaskForce(), { reason: '任务完成', by, openTasks: 0, solvedTasks: 2 }, now)).toThrow(
      expect.objectContaining({
        code: 'TASK_FORCE_HAS_SOLVED_TASKS',
        message: '专班 TESTING 还有 2 项任务已提出方案,须待回访销项后撤销',
        field: 'code',
      }),
    );
  });

  it('that gets what no other covers is refused', () => {
    const coordination = aTaskForce({ code: 'COORDINATION' });
    expect(() => dissolve(coordination, { reason: '任务完成', by, openTasks: 0, solvedTasks: 0 }, now)).toThrow(
      expect.objectContaining({ code: 'TASK_FORCE_INDISPENSABLE', field: 'code' }),
    );
  });
});
