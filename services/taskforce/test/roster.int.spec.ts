import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { NatsConnection } from '@nats-io/transport-node';
import { commonIssueConfirmed } from '@qifutong/contracts/intake/common-issue-confirmed';
import { connectNats } from '@qifutong/messaging/connection';
import { create } from '@qifutong/persistence/change';
import { boot, type Asker, type Booted } from '@qifutong/testkit/boot';
import { fixedClock } from '@qifutong/testkit/clock';
import { eventually } from '@qifutong/testkit/eventually';
import { v7 as uuidv7 } from 'uuid';
import { tasks } from '../src/task/task.table.ts';
import { aTask, county } from './builders.ts';
import { announced, commander, dispatchOf, IntakeStream, putTask, saidOf, tasksOf, withoutJobs } from './world.ts';

const clock = fixedClock(county('2020-02-14 11:00'));
const admin: Asker = { sub: 'admin-1', roles: ['ADMIN'] };
let booted: Booted;
let connection: NatsConnection;
let intake: IntakeStream;
beforeAll(async () => {
  booted = await boot(withoutJobs, { clock });
  connection = await connectNats(booted.nats.url, 'intake');
  intake = new IntakeStream(connection);
  await intake.open();
});
afterAll(async () => {
  await connection?.close();
  await booted?.stop();
});

interface Answered {
  readonly answer: {
    readonly code?: string;
    readonly refused?: string;
    readonly message?: string;
    readonly field?: string | null;
  };
}

/** A thing's own code, or that of the refusal. */
function told({ refused, ...answer }: Answered['answer']): Answered['answer'] {
  return refused === undefined ? answer : { ...answer, code: refused };
}

async function tell(mutation: string, input: object, asker: Asker = commander): Promise<Answered['answer']> {
  const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}`;
  const asked = `mutation ($input: ${type}Input!) { answer: ${mutation}(input: $input) {
    ... on TaskForce { code } ... on TaskForceRejection { refused: code message field } } }`;
  const { data, errors } = await booted.ask<Answered>(asked, { input }, asker);
  if (!data) throw new TypeError(JSON.stringify(errors));
  return told(data.answer);
}

const found = (input: object) => tell('foundTaskForce', input);
let count = 0;
const lead = [{ sub: 'chen', name: '陈七', role: 'LEAD' }];
/** The input of a founding that nothing speaks against, of a code and a name of its own. */
function founding(named: object = {}) {
  count += 1;
  const code = `FORCE_${String.fromCodePoint(64 + count)}`;
  const domains = ['TESTING'];
  return {
    code,
    name: `专班${count}`,
    leadDepartment: 'HEALTH',
    reason: '企业员工返岗须核酸检测',
    domains,
    members: lead,
    ...named,
  };
}

const about = (code: string) =>
  announced(booted.service.db).then((all) => all.filter(({ data }) => data['taskForce'] === code));

describe('a task force', () => {
  it('is founded with its departments and members, is read with its history, and tells of it without a name', async () => {
    const input = founding({
      memberDepartments: ['POLICE', 'EPIDEMIC_OFFICE', 'HEALTH', 'POLICE'],
      members: [
        { sub: 'li', name: '李四', role: 'MEMBER' },
        { sub: 'wang', name: '王五', role: 'LEAD' },
      ],
    });
    expect(await found(input)).toEqual({ code: input.code });
    clock.advance(60_000);
    await tell('addMember', { code: input.code, sub: 'zhao', name: '赵六' }, admin);
    await tell('appointLead', { code: input.code, sub: 'zhao' });
    await tell('removeMember', { code: input.code, sub: 'wang' });
    const asked = `query ($code: ID!) { taskForce(code: $code) { name foundingReason foundedAt foundedBy dissolvedAt domains
      leadDepartment { name } memberDepartments { code } members { sub name role } history { type at by person { sub name } reason } } }`;
    const { data } = await booted.ask<{ taskForce: Record<string, unknown> }>(asked, { code: input.code }, commander);
    const [first, then] = ['2020-02-14T03:00:00.000Z', '2020-02-14T03:01:00.000Z'];
    const happened = (type: string, [at, by]: readonly string[], sub: string, name: string) => ({
      ...{ type, at, by, reason: null },
      person: { sub, name },
    });
    const [founder, adder, changer] = [
      [first, 'commander-1'],
      [then, 'admin-1'],
      [then, 'commander-1'],
    ];
    expect(data!.taskForce).toEqual({
      name: input.name,
      foundingReason: input.reason,
      foundedAt: first,
      foundedBy: 'commander-1',
      dissolvedAt: null,
      domains: ['TESTING'],
      leadDepartment: { name: '县卫生健康局' },
      memberDepartments: [{ code: 'EPIDEMIC_OFFICE' }, { code: 'POLICE' }],
      members: [
        { sub: 'zhao', name: '赵六', role: 'LEAD' },
        { sub: 'li', name: '李四', role: 'MEMBER' },
      ],
      history: [
        { type: 'FOUNDED', at: first, by: 'commander-1', person: null, reason: input.reason },
        happened('MEMBER_ADDED', founder, 'li', '李四'),
        happened('MEMBER_ADDED', founder, 'wang', '王五'),
        happened('LEAD_APPOINTED', founder, 'wang', '王五'),
        happened('MEMBER_ADDED', adder, 'zhao', '赵六'),
        happened('LEAD_APPOINTED', changer, 'zhao', '赵六'),
        happened('MEMBER_REMOVED', changer, 'wang', '王五'),
      ],
    });
    const events = await about(input.code);
    expect(events.map(({ type }) => type.split('.')[2])).toEqual([
      'founded',
      ...Array<string>(4).fill('members-changed'),
    ]);
    expect(JSON.stringify(events)).not.toMatch(/李四|王五|赵六/);
    clock.set(county('2020-02-14 11:00'));
  });

  it('that came with the product has a history that begins with that', async () => {
    const asked = '{ taskForce(code: "TESTING") { foundedBy history { type at by reason } } }';
    const { data } = await booted.ask<{ taskForce: unknown }>(asked, {}, commander);
    const at = '2020-02-01T00:00:00.000Z';
    const history = [{ type: 'FOUNDED', at, by: null, reason: '返岗员工核酸检测需求' }];
    expect(data!.taskForce).toEqual({ foundedBy: null, history });
  });

  it('is founded for a common issue once intake has announced it', async () => {
    const commonIssueId = uuidv7();
    const input = founding({ domains: [], commonIssueId });
    expect(await found(input)).toMatchObject({ code: 'COMMON_ISSUE_UNKNOWN', field: 'commonIssueId' });
    const commonIssueNumber = '共20200214-0003';
    const confirmedAt = '2020-02-14T02:00:00Z';
    await intake.say(commonIssueConfirmed({ commonIssueId, commonIssueNumber, domain: 'PASSAGE', confirmedAt }), 1, 2);
    await intake.allHeard();
    expect(await found({ ...input, commonIssueId: commonIssueId.toUpperCase() })).toEqual({ code: input.code });
    const asked = 'query ($code: ID!) { taskForce(code: $code) { commonIssue { id } } }';
    const { data } = await booted.ask(asked, { code: input.code }, commander);
    expect(data).toEqual({ taskForce: { commonIssue: { id: commonIssueId } } });
  });

  it.each([
    ['a code that is no code', { code: 'Testing-2' }, 'FIELD_MALFORMED', 'code'],
    ['a code in use', { code: 'TESTING' }, 'TASK_FORCE_CODE_TAKEN', 'code'],
    ['a name in use', { name: '核酸检测' }, 'TASK_FORCE_NAME_TAKEN', 'name'],
    ['no name', { name: ' ' }, 'FIELD_REQUIRED', 'name'],
    ['a long name', { name: '长'.repeat(51) }, 'FIELD_TOO_LONG', 'name'],
    ['no reason', { reason: '' }, 'FIELD_REQUIRED', 'reason'],
    ['no purpose', { domains: [] }, 'TASK_FORCE_WITHOUT_PURPOSE', 'domains'],
    ['a department that there is not', { leadDepartment: 'WEATHER' }, 'DEPARTMENT_UNKNOWN', 'leadDepartment'],
    ['a common issue without an id', { commonIssueId: '共20200214-0003' }, 'FIELD_MALFORMED', 'commonIssueId'],
    [
      'a member without a name',
      { members: [{ sub: 'a', name: '', role: 'LEAD' }] },
      'FIELD_REQUIRED',
      'members.0.name',
    ],
  ])('with %s is not founded', async (_, named, code, field) => {
    const before = await announced(booted.service.db);
    expect(await found(founding(named))).toMatchObject({ code, field, message: expect.any(String) });
    expect(await announced(booted.service.db)).toEqual(before);
  });

  it('is founded once, of five who do it at the same time', async () => {
    const input = founding();
    const answers = await Promise.all(Array.from({ length: 5 }, () => found(input)));
    expect(answers.filter(({ code }) => code === input.code)).toHaveLength(1);
    expect(answers.filter(({ code }) => code === 'TASK_FORCE_CODE_TAKEN')).toHaveLength(4);
  });

  it('has one lead, though two are appointed at the same time', async () => {
    const members = ['a', 'b', 'c'].map((sub) => ({ sub, name: sub, role: 'MEMBER' }));
    const input = founding({ members: [...lead, ...members] });
    await found(input);
    const appoint = ({ sub }: { sub: string }) => tell('appointLead', { code: input.code, sub });
    expect(await Promise.all(members.map(appoint))).toEqual(members.map(() => ({ code: input.code })));
    const asked =
      'query ($code: ID!) { taskForce(code: $code) { members { sub role } history { type person { sub } } } }';
    const { data } = await booted.ask<{
      taskForce: { members: { sub: string; role: string }[]; history: { type: string; person: { sub: string } }[] };
    }>(asked, { code: input.code }, commander);
    const leads = data!.taskForce.members.filter(({ role }) => role === 'LEAD');
    expect(leads.map(({ sub }) => sub)).toEqual([data!.taskForce.history.at(-1)!.person.sub]);
  });
});

describe('dissolving a task force', () => {
  it('is refused while it has open tasks, and says how many', async () => {
    const { code } = await found(founding());
    const taskForceCode = String(code);
    await putTask(booted.service.db, { taskForceCode });
    await putTask(booted.service.db, { taskForceCode, acceptedAt: county('2020-02-14 10:00') });
    const solved = { acceptedAt: county('2020-02-14 10:00'), proposedAt: county('2020-02-14 10:30') };
    await putTask(booted.service.db, { taskForceCode, ...solved });
    expect(await tell('dissolveTaskForce', { code, reason: '任务完成' })).toEqual({
      code: 'TASK_FORCE_HAS_OPEN_TASKS',
      message: `专班 ${taskForceCode} 还有 2 项任务未办结,须先转办`,
      field: 'code',
    });
    const transferred = `handed_on_at = now(), handed_on_by = 'a', handed_on_reason = '转', next_due_at = null, wake_at = null`;
    await booted.schema.db.source.query(
      `update task set status = 'TRANSFERRED', ${transferred} where task_force_code = $1 and proposed_at is null`,
      [code],
    );
    expect(await tell('dissolveTaskForce', { code, reason: '任务完成' })).toMatchObject({
      code: 'TASK_FORCE_HAS_SOLVED_TASKS',
      message: `专班 ${taskForceCode} 还有 1 项任务已提出方案,须待回访销项后撤销`,
    });
    const ended = `closed_at = now(), closed_because = 'WRITTEN_OFF', next_due_at = null, wake_at = null`;
    await booted.schema.db.source.query(
      `update task set status = 'CLOSED', ${ended} where task_force_code = $1 and proposed_at is not null`,
      [code],
    );
    expect(await tell('dissolveTaskForce', { code, reason: '任务完成' })).toEqual({ code });
    const { data } = await booted.ask<{ taskForces: { code: string }[] }>('{ taskForces(dissolved: true) { code } }', {}, commander); // prettier-ignore
    expect(data!.taskForces.map((one) => one.code)).toContain(code);
    const living = await booted.ask<{ taskForces: { code: string }[] }>('{ taskForces(dissolved: false) { code } }', {}, commander); // prettier-ignore
    expect(living.data!.taskForces.map((one) => one.code)).not.toContain(code);
  });

  it.each([
    ['COORDINATION', '任务完成', 'TASK_FORCE_INDISPENSABLE', 'code'],
    ['NOWHERE', '任务完成', 'TASK_FORCE_NOT_FOUND', 'code'],
    ['TESTING', ' ', 'FIELD_REQUIRED', 'reason'],
  ])('%s for %j is refused', async (code, reason, refused, field) => {
    expect(await tell('dissolveTaskForce', { code, reason })).toMatchObject({ code: refused, field });
  });

  it('ends its co-handling of what others have in hand, and says so', async () => {
    const code = String((await found(founding())).code);
    const coHandlers = ['LABOUR', code];
    const helped = await putTask(booted.service.db, { coHandlers, acceptedAt: county('2020-02-14 10:00') });
    const over = await putTask(booted.service.db, {
      ...{ coHandlers, acceptedAt: county('2020-02-14 10:00'), proposedAt: county('2020-02-14 10:30') },
    });
    await tell('dissolveTaskForce', { code, reason: '任务完成' });
    const of = async ({ issueId }: { issueId: string }) => (await tasksOf(booted, issueId))[0]!.coHandlers;
    expect([await of(helped), await of(over)]).toEqual([['LABOUR'], coHandlers]);
    expect(await saidOf(booted, helped.issueId)).toEqual(['task.co-handler-removed']);
  });

  it('is done once, of five who do it at the same time', async () => {
    const { code } = await found(founding());
    const dissolve = () => tell('dissolveTaskForce', { code, reason: '任务完成' });
    const answers = await Promise.all(Array.from({ length: 5 }, dissolve));
    expect(answers.filter((one) => one.code === code)).toHaveLength(1);
    expect(answers.filter((one) => one.code === 'TASK_FORCE_DISSOLVED')).toHaveLength(4);
    const events = await about(String(code));
    expect(events.map(({ type }) => type)).toEqual([
      'taskforce.task-force.founded.v1',
      'taskforce.task-force.members-changed.v1',
      'taskforce.task-force.dissolved.v1',
    ]);
  });
});

describe('a task force that is dissolved while a task is opened for it', () => {
  let code: string;
  beforeEach(async () => {
    code = String((await found(founding())).code);
    await booted.schema.db.source.query(`update routing_rule set task_force_code = $1 where domain = 'POLICY'`, [code]);
  });

  it('waits for that, and is refused', async () => {
    const waits = `select from pg_stat_activity where wait_event_type = 'Lock' and query like '%"task_force"%FOR UPDATE%'`;
    const dissolving = await booted.service.db.transaction(async (tx) => {
      const task = aTask({ id: uuidv7(), issueId: uuidv7(), taskForceCode: code });
      await create(tx, tasks, { state: task, events: [] }, task.dispatchedAt);
      const asked = tell('dissolveTaskForce', { code, reason: '任务完成' });
      await eventually(
        () => booted.schema.db.source.query<unknown[]>(waits),
        (waiting) => waiting.length > 0,
      );
      return { asked };
    });
    expect(await dissolving.asked).toMatchObject({ code: 'TASK_FORCE_HAS_OPEN_TASKS' });
  });

  it('gets nothing any more: its issues go to whom the next rule names, and no row can be put past that', async () => {
    await tell('dissolveTaskForce', { code, reason: '任务完成' });
    const issueId = uuidv7();
    await intake.say(dispatchOf({ issueId, domain: 'POLICY' }), 1);
    await intake.allHeard();
    expect(await tasksOf(booted, issueId)).toEqual([expect.objectContaining({ taskForceCode: 'COORDINATION' })]);
    await expect(putTask(booted.service.db, { taskForceCode: code })).rejects.toThrow(/is dissolved/);
  });

  it('never has an open task, whoever comes first', async () => {
    for (let turn = 0; turn < 8; turn += 1) {
      const one = String(
        (await found(founding({ name: `轮${turn}`, code: `TURN_${String.fromCodePoint(65 + turn)}` }))).code,
      );
      const [answer, put] = await Promise.all([
        tell('dissolveTaskForce', { code: one, reason: '任务完成' }),
        putTask(booted.service.db, { taskForceCode: one }).catch((cause: unknown) => cause as Error),
      ]);
      const dissolved = answer.code === one;
      expect(put instanceof Error).toBe(dissolved);
      expect(dissolved || answer.code === 'TASK_FORCE_HAS_OPEN_TASKS').toBe(true);
    }
  });
});

describe('departments', () => {
  const register = (input: object, asker = admin) =>
    booted.ask<Answered>(
      `mutation ($input: RegisterDepartmentInput!) { answer: registerDepartment(input: $input) {
        ... on Department { code name } ... on TaskForceRejection { refused: code message field } } }`,
      { input },
      asker,
    );

  it('are registered once, and listed by code', async () => {
    const weather = { code: 'WEATHER_OFFICE', name: '县气象局' };
    for (const _ of [1, 2]) expect(told((await register(weather)).data!.answer)).toEqual(weather);
    const taken = await register({ code: 'WEATHER_OFFICE', name: '县水利局' });
    expect(told(taken.data!.answer)).toMatchObject({ code: 'DEPARTMENT_CODE_TAKEN', field: 'code' });
    const named = await register({ code: 'WATER', name: '县气象局' });
    expect(told(named.data!.answer)).toMatchObject({ code: 'DEPARTMENT_NAME_TAKEN', field: 'name' });
    const { data } = await booted.ask<{ departments: { code: string }[] }>('{ departments { code } }', {}, commander);
    const codes = data!.departments.map(({ code }) => code);
    expect([codes.includes('WEATHER_OFFICE'), codes]).toEqual([true, codes.toSorted()]);
  });

  it('are registered by an ADMIN alone', async () => {
    const { errors } = await register({ code: 'WATER', name: '县水利局' }, commander);
    expect(errors).toEqual([expect.objectContaining({ extensions: expect.objectContaining({ code: 'FORBIDDEN' }) })]);
  });
});
