import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { boot, type Asker, type Booted } from '@qifutong/testkit/boot';
import { v7 as uuidv7 } from 'uuid';
import { MemberTable } from '../src/roster/task-force.table.ts';
import { county, type IssueTask } from './builders.ts';
import { commander, labourLead, putTask, statementsOf, testingLead, withoutJobs } from './world.ts';

const [firmA, firmB] = ['91330226MA2AG00014', '91330226MA2AG00022'];
let booted: Booted;
let testing: IssueTask;
let labour: IssueTask;
beforeAll(async () => {
  booted = await boot(withoutJobs);
  const { db } = booted.schema;
  testing = await putTask(db, { firmCreditCode: firmA, dispatchedAt: county('2020-02-14 09:30') });
  const about = { domain: 'LABOUR', taskForceCode: 'LABOUR', firmCreditCode: firmB, townCode: '330226111' } as const;
  labour = await putTask(db, {
    ...about,
    issueId: testing.issueId,
    round: 2,
    dispatchedAt: county('2020-02-14 09:40'),
  });
});
afterAll(() => booted?.stop());

const firmOf = (firm: string): Asker => ({ sub: 'firm', roles: ['FIRM'], firm });
type Nodes = { nodes: { id: string }[] };

async function entity<T>(representation: object, selection: string, asker: Asker): Promise<T> {
  const query = `query ($of: [_Any!]!) { _entities(representations: $of) { ${selection} } }`;
  const { data, errors } = await booted.ask<{ _entities: T[] }>(query, { of: [representation] }, asker);
  expect(errors).toBeUndefined();
  return data!._entities[0]!;
}

describe('tasks', () => {
  it.each([
    ['a commander sees all, newest first', commander, '', ['LABOUR', 'TESTING']],
    ['a commander asks for one task force', commander, '(filter: { taskForce: "TESTING" })', ['TESTING']],
    ['a commander asks for what is overdue', commander, '(filter: { overdue: true })', []],
    ['a commander asks for what is not', commander, '(filter: { overdue: false })', ['LABOUR', 'TESTING']],
    ['a commander asks by status', commander, '(filter: { status: [ACCEPTED, CLOSED] })', []],
    ['a task force sees its own', testingLead, '', ['TESTING']],
    ['also when it asks for another', testingLead, '(filter: { taskForce: "LABOUR" })', []],
    ['a department of a town sees its town', { sub: 'd', roles: ['DEPARTMENT'], town: '330226111' }, '', ['LABOUR']],
  ] as [string, Asker, string, string[]][])('%s', async (_, asker, filter, seen) => {
    const { data } = await booted.ask<{ tasks: { nodes: { taskForce: { code: string } }[] } }>(
      `{ tasks${filter} { nodes { taskForce { code } } } }`,
      {},
      asker,
    );
    expect(data?.tasks.nodes.map(({ taskForce }) => taskForce.code)).toEqual(seen);
  });

  it('come in pages whose cursors lead on', async () => {
    const asked =
      'query ($after: String) { tasks(first: 1, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } }';
    type Paged = { tasks: Nodes & { pageInfo: { hasNextPage: boolean; endCursor: string } } };
    const first = await booted.ask<Paged>(asked, {}, commander);
    const second = await booted.ask<Paged>(asked, { after: first.data!.tasks.pageInfo.endCursor }, commander);
    expect([first, second].map(({ data }) => [data!.tasks.nodes, data!.tasks.pageInfo.hasNextPage])).toEqual([
      [[{ id: labour.id }], true],
      [[{ id: testing.id }], false],
    ]);
  });

  it.each(['FIRM', 'INSPECTOR', 'ADMIN'])('are not listed for %s', async (role) => {
    const asker = { sub: 'somebody', roles: [role], firm: firmA };
    const answers = [
      await booted.ask('{ tasks { nodes { id } } }', {}, asker),
      await booted.ask(`{ task(id: "${testing.id}") { id } }`, {}, asker),
    ];
    expect(answers.map(({ errors }) => errors?.[0]?.extensions.code)).toEqual(['FORBIDDEN', 'FORBIDDEN']);
  });
});

describe('a task', () => {
  it('shows what it is about and leads to its issue, its firm and its task force', async () => {
    const asked = `{ task(id: "${testing.id}") { round domain urgency nature dispatchedAt acceptedAt status dueAt
      issue { id } firm { creditCode } taskForce { name leadDepartment { name } domains foundingReason } } }`;
    const { data } = await booted.ask<{ task: object }>(asked, {}, testingLead);
    expect(data?.task).toEqual({
      round: 1,
      domain: 'TESTING',
      urgency: 'NORMAL',
      nature: 'INDIVIDUAL',
      dispatchedAt: '2020-02-14T01:30:00.000Z',
      acceptedAt: null,
      status: 'DISPATCHED',
      dueAt: '2020-02-14T03:30:00.000Z',
      issue: { id: testing.issueId },
      firm: { creditCode: firmA },
      taskForce: {
        name: '核酸检测',
        leadDepartment: { name: '县疫情防控工作领导小组办公室' },
        domains: ['TESTING'],
        foundingReason: '返岗员工核酸检测需求',
      },
    });
  });

  it('of another task force is not there, neither by query nor by reference', async () => {
    const asked = await booted.ask(`{ task(id: "${testing.id}") { id } }`, {}, labourLead);
    const referred = await entity({ __typename: 'Task', id: testing.id }, '... on Task { id }', labourLead);
    expect([asked.data, referred]).toEqual([{ task: null }, null]);
  });
});

describe('the tasks of a firm, an issue and a task force', () => {
  const ofFirm = '... on Firm { tasks { nodes { id } } }';
  it.each([
    ['its firm', firmOf(firmA), [0]],
    ['another firm', firmOf(firmB), []],
    ['its task force', testingLead, [0]],
    ['another task force', labourLead, []],
    ['the commander', commander, [0]],
  ] as [string, Asker, number[]][])('of a firm are shown to %s as far as it may see them', async (_, asker, seen) => {
    const firm = await entity<{ tasks: Nodes }>({ __typename: 'Firm', creditCode: firmA }, ofFirm, asker);
    expect(firm.tasks.nodes).toEqual(seen.map(() => ({ id: testing.id })));
  });

  it.each([
    [firmOf(firmA), ['testing']],
    [testingLead, ['testing']],
    [labourLead, ['labour']],
    [commander, ['testing', 'labour']],
  ] as [Asker, string[]][])('of an issue are shown to %j by round, as far as it may see them', async (asker, seen) => {
    const issue = await entity<{ tasks: { id: string }[] }>(
      { __typename: 'Issue', id: testing.issueId },
      '... on Issue { tasks { id } }',
      asker,
    );
    expect(issue.tasks).toEqual(seen.map((name) => ({ id: name === 'testing' ? testing.id : labour.id })));
  });

  it('of an issue that is none are none', async () => {
    expect(await entity({ __typename: 'Issue', id: '42' }, '... on Issue { tasks { id } }', commander)).toEqual({
      tasks: [],
    });
  });

  it.each([
    [testingLead, 1],
    [labourLead, 0],
    [commander, 1],
  ] as [Asker, number][])('of a task force are shown to %j as far as it may see them', async (asker, count) => {
    const asked =
      '{ taskForce(code: "TESTING") { open: tasks(open: true) { nodes { id } } closed: tasks(open: false) { nodes { id } } } }';
    const { data } = await booted.ask<{ taskForce: { open: Nodes; closed: Nodes } }>(asked, {}, asker);
    expect([data?.taskForce.open.nodes.length, data?.taskForce.closed.nodes.length]).toEqual([count, 0]);
  });

  it('of 50 firms, with task forces and notices, take as many statements as those of one', async () => {
    const { db } = booted.schema;
    const codes = Array.from({ length: 50 }, (_, i) => `91330226MA2AF${String(i).padStart(5, '0')}`);
    await Promise.all(codes.map((firmCreditCode) => putTask(db, { firmCreditCode })));
    const selection =
      '... on Firm { tasks { nodes { id issue { id } taskForce { name leadDepartment { name } } urgingNotices { number } } } }';
    const asked = `query ($of: [_Any!]!) { _entities(representations: $of) { ${selection} } }`;
    const seen = statementsOf(booted);
    const { data } = await booted.ask<{ _entities: { tasks: Nodes }[] }>(
      asked,
      { of: codes.map((creditCode) => ({ __typename: 'Firm', creditCode })) },
      commander,
    );
    expect(data?._entities.map(({ tasks }) => tasks.nodes.length)).toEqual(codes.map(() => 1));
    // the ids of the pages, their rows, task forces, departments, notices
    expect(seen).toHaveLength(5);
  });
});

describe('the task forces', () => {
  it('are twelve, each with its name, its lead department and its members, the lead first', async () => {
    const member = { taskForceCode: 'TESTING', name: '张三', sub: 'testing-member', role: 'MEMBER' } as const;
    await booted.schema.db.source.manager.insert(MemberTable, [
      member,
      { ...member, sub: 'testing-lead', name: '李四', role: 'LEAD' },
    ]);
    const asked = '{ taskForces { code name leadDepartment { code } domains members { sub role } } }';
    type Named = {
      code: string;
      name: string;
      leadDepartment: { code: string };
      domains: string[];
      members: { sub: string }[];
    };
    const { data } = await booted.ask<{ taskForces: Named[] }>(asked, {}, commander);
    const names = Object.fromEntries(data!.taskForces.map(({ code, name }) => [code, name]));
    expect(names).toEqual({
      COORDINATION: '综合协调',
      LABOUR: '用工协调',
      LOGISTICS: '物流协调',
      FINANCE: '金融协调',
      SUPPLY_CHAIN: '产业链配套',
      EPIDEMIC_PREVENTION: '复工企业防疫',
      TESTING: '核酸检测',
      PASSAGE: '人员通行',
      MATERIALS: '防疫物资',
      POLICY: '政策兑现',
      APPROVAL: '审批备案',
      PROJECT: '项目建设',
    });
    expect(data!.taskForces.map(({ code, domains }) => [code, domains])).toEqual(
      Object.keys(names)
        .sort()
        .map((code) => [code, code === 'COORDINATION' ? [] : [code]]),
    );
    const found = data!.taskForces.find(({ code }) => code === 'TESTING');
    expect(found?.members).toEqual([
      { sub: 'testing-lead', role: 'LEAD' },
      { sub: 'testing-member', role: 'MEMBER' },
    ]);
  });

  it('show their members to no firm', async () => {
    const { data, errors } = await booted.ask(
      '{ taskForce(code: "TESTING") { name members { sub } } }',
      {},
      firmOf(firmA),
    );
    expect([data, errors?.[0]?.extensions.code]).toEqual([{ taskForce: null }, 'FORBIDDEN']);
  });

  it('are unknown to the register under another code', async () => {
    expect(
      await entity({ __typename: 'TaskForce', code: uuidv7() }, '... on TaskForce { name }', commander),
    ).toBeNull();
  });
});
