import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { boot, type Asker, type Booted } from '@qifutong/testkit/boot';
import { behindTheTriggers } from '@qifutong/testkit/schema';
import { fixedClock } from '@qifutong/testkit/clock';
import { IssueTaskService } from '../src/task/issue-task.service.ts';
import { UrgeOverdue } from '../src/task/urge-overdue.job.ts';
import { codeOf, lifeOf } from './asking.ts';
import { county, later } from './builders.ts';
import { announced, commander, labourLead, putTask, testingLead, withoutJobs } from './world.ts';

const HOUR = 3_600_000;
const acceptedAt = county('2020-02-14 10:00');
const due = county('2020-02-15 10:00');
const clock = fixedClock(acceptedAt);
const colleague: Asker = { sub: 'analyst-2', roles: ['ANALYST'] };
const analyst: Asker = { sub: 'analyst-1', roles: ['ANALYST'] };
let booted: Booted;
let taskId: string;
beforeAll(async () => {
  booted = await boot(withoutJobs, { clock });
});
beforeEach(async () => {
  await behindTheTriggers(
    booted.schema.db.source,
    'truncate task, urging_notice, supervision, event_log, number_series, commander_on_duty',
  );
  ({ id: taskId } = await putTask(booted.service.db, { acceptedAt }));
  clock.set(later(due, 1));
});
afterAll(() => booted?.stop());

type Outcome = Record<string, unknown> & { code?: string };

/** What a mutation answers: the fields that are asked for, or the rejection. */
async function act(mutation: string, input: object, asker: Asker, fields: string): Promise<Outcome> {
  const thing = mutation.includes('upervision') ? 'Supervision' : 'UrgingNotice';
  const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input!`;
  const asked = `mutation ($input: ${type}) { outcome: ${mutation}(input: $input) { ... on ${thing} { ${fields} }
    ... on ${thing}Rejection { code field } } }`;
  const { data, errors } = await booted.ask<{ outcome: Outcome }>(asked, { input }, asker);
  return data?.outcome ?? { code: errors?.[0]?.extensions.code ?? 'NOTHING' };
}

const urge = (asker = analyst, input: object = {}) =>
  act('urgeTask', { taskId, reason: '企业明日开工', ...input }, asker, 'id number urgedBy reason clock ordinal dueAt');
const reply = (noticeId: unknown, asker = testingLead, input: object = {}) =>
  act(
    'replyToUrging',
    { noticeId, reason: '试剂今晚到货', promisedAt: later(due, 8 * HOUR).toISOString(), ...input },
    asker,
    'acknowledgedBy repliedBy replyReason promisedAt',
  );
const openSupervision = (asker = commander, of = taskId) =>
  act(
    'openSupervision',
    { taskId: of, reason: '重点企业' },
    asker,
    'id number commander commanderName openedBy reason',
  );

async function listed<T>(field: string, asker: Asker, filter = ''): Promise<T[]> {
  const { data } = await booted.ask<Record<string, { nodes: T[] }>>(
    `{ ${field}${filter} { nodes { id number taskForce { code } task { id } } } }`,
    {},
    asker,
  );
  return data?.[field]?.nodes ?? [];
}

describe('urging by hand', () => {
  it('issues a numbered notice to the task force', async () => {
    const byHand = { urgedBy: 'analyst-1', reason: '企业明日开工', clock: null, ordinal: null, dueAt: null };
    expect(await urge()).toEqual({ id: expect.any(String), number: '催20200215-0001', ...byHand });
  });

  it.each([
    [-1, 'TASK_URGED_LATELY'],
    [0, undefined],
    [1, undefined],
  ])('again %d ms from an hour later: %s', async (ms, code) => {
    await urge();
    clock.set(later(due, 1 + HOUR + ms));
    expect((await urge(colleague)).code).toBe(code);
  });

  it('at the same time has one winner', async () => {
    const outcomes = await Promise.all([analyst, colleague, commander, analyst, colleague].map((asker) => urge(asker)));
    expect(outcomes.filter(({ number }) => number).map(({ number }) => number)).toEqual(['催20200215-0001']);
    expect(outcomes.filter(({ code }) => code === 'TASK_URGED_LATELY')).toHaveLength(4);
  });

  it.each([
    ['solved', 'SOLUTION_PROPOSED', `proposed_at = now(), proposed_by = 'a', solution_text = '办妥'`],
    ['suspended', 'SUSPENDED', `suspended_at = now(), suspended_by = 'a', suspension_reason = 'FORCE_MAJEURE'`],
    ['over', 'CLOSED', `closed_at = now(), closed_because = 'WRITTEN_OFF'`],
  ])('a task that is %s is refused', async (_, status, fields) => {
    await booted.schema.db.source.query(
      `update task set status = '${status}', next_due_at = null, wake_at = null, ${fields}`,
    );
    expect(await urge()).toEqual({ code: 'TASK_STATUS_FORBIDS_MOVE', field: null });
  });

  it.each([
    ['without a reason', { reason: '  ' }, 'FIELD_REQUIRED', 'reason'],
    ['with 1,001 characters', { reason: '长'.repeat(1_001) }, 'FIELD_TOO_LONG', 'reason'],
    ['of no task', { taskId: '019c5a00-0000-7000-8000-00000000dead' }, 'TASK_NOT_FOUND', 'taskId'],
    ['of what is no id', { taskId: '42' }, 'FIELD_MALFORMED', 'taskId'],
  ])('%s is refused', async (_, input, code, field) => {
    expect(await urge(analyst, input)).toEqual({ code, field });
  });

  it.each([testingLead, { sub: 'operator-1', roles: ['OPERATOR'] }])('is not for $roles', async (asker) => {
    expect((await urge(asker)).code).toBe('FORBIDDEN');
  });
});

describe('a notice', () => {
  let noticeId: string;
  beforeEach(async () => {
    await booted.service.app.get(UrgeOverdue).run();
    [{ id: noticeId }] = (await listed<{ id: string }>('urgingNotices', commander)) as [{ id: string }];
  });

  it('is answered by its task force with a reason and a promise, which acknowledges it', async () => {
    const promisedAt = later(due, 8 * HOUR).toISOString();
    const by = testingLead.sub;
    expect(await reply(noticeId)).toEqual({
      ...{ acknowledgedBy: by, repliedBy: by, replyReason: '试剂今晚到货', promisedAt },
    });
    const types = (await announced(booted.service.db)).map(({ type }) => type).slice(-2);
    expect(types).toEqual(['taskforce.urging.acknowledged.v1', 'taskforce.urging.replied.v1']);
    const numbered: object[] = await booted.schema.db.source.query(
      `select aggregate_type, version from event_log where aggregate_id = $1 order by version`,
      [noticeId],
    );
    expect(numbered).toEqual([1, 2, 3].map((version) => ({ aggregate_type: 'urging', version })));
  });

  it('is answered once, whoever comes first', async () => {
    const outcomes = await Promise.all([reply(noticeId), reply(noticeId), reply(noticeId)]);
    expect(outcomes.map(({ code }) => code ?? 'answered').toSorted()).toEqual([
      'NOTICE_ANSWERED',
      'NOTICE_ANSWERED',
      'answered',
    ]);
  });

  it.each([
    ['somebody else’s', labourLead, {}, { code: 'NOTICE_OF_SOMEBODY_ELSE', field: 'noticeId' }],
    ['a commander, of a task force’s', commander, {}, { code: 'NOTICE_OF_SOMEBODY_ELSE', field: 'noticeId' }],
    [
      'with a promise of the past',
      testingLead,
      { promisedAt: due.toISOString() },
      { code: 'PROMISE_PAST', field: 'promisedAt' },
    ],
    [
      'with a promise of the far future',
      testingLead,
      { promisedAt: '9999-12-31T00:00:00Z' },
      { code: 'PROMISE_TOO_LATE', field: 'promisedAt' },
    ],
    ['without a reason', testingLead, { reason: '' }, { code: 'FIELD_REQUIRED', field: 'reason' }],
  ])('a reply is refused: %s', async (_, asker, input, rejection) => {
    expect(await reply(noticeId, asker, input)).toEqual(rejection);
  });

  it('is acknowledged by its task force only', async () => {
    const acknowledge = (asker: Asker) =>
      act('acknowledgeNotice', { noticeId }, asker, 'acknowledgedBy acknowledgedAt');
    expect(await acknowledge(labourLead)).toEqual({ code: 'NOTICE_OF_SOMEBODY_ELSE', field: 'noticeId' });
    const seen = { acknowledgedBy: testingLead.sub, acknowledgedAt: later(due, 1).toISOString() };
    expect([await acknowledge(testingLead), await acknowledge(testingLead)]).toEqual([seen, seen]);
  });

  it('that there is not, is said so', async () => {
    expect(await reply('019c5a00-0000-7000-8000-00000000dead')).toEqual({
      code: 'NOTICE_NOT_FOUND',
      field: 'noticeId',
    });
  });

  it('is seen by the centre, by its task force, by the department of its town, and by nobody else', async () => {
    const town = (code: string): Asker => ({ sub: 'd', roles: ['DEPARTMENT'], town: code });
    const askers = [commander, testingLead, town('330226110'), labourLead, town('330226001')];
    const seen = await Promise.all(askers.map((asker) => listed<{ id: string }>('urgingNotices', asker)));
    expect(seen.map((found) => found.map(({ id }) => id))).toEqual([[noticeId], [noticeId], [noticeId], [], []]);
    const one = await Promise.all(
      askers.map((asker) =>
        booted.ask<{ urgingNotice: object | null }>(`{ urgingNotice(id: "${noticeId}") { id } }`, {}, asker),
      ),
    );
    expect(one.map(({ data }) => data?.urgingNotice != null)).toEqual([true, true, true, false, false]);
    const firm = await booted.ask(
      '{ urgingNotices { nodes { id } } }',
      {},
      { roles: ['FIRM'], firm: '91330226MA2AG00014' },
    );
    expect(firm.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });

  it('is listed by whether it was answered, by task force, and by whether it is the centre’s', async () => {
    await urge();
    await reply(noticeId);
    const asked = [
      'answered: true',
      'answered: false',
      'taskForce: "LABOUR"',
      'taskForce: "TESTING"',
      'toCentre: true',
      'toCentre: false',
    ];
    const found = await Promise.all(
      asked.map((filter) => listed<{ number: string }>('urgingNotices', commander, `(filter: { ${filter} })`)),
    );
    const [auto, byHand] = ['催20200215-0001', '催20200215-0002'];
    const numbers = found.map((some) => some.map(({ number }) => number).toSorted());
    expect(numbers).toEqual([[auto], [byHand], [], [auto, byHand], [], [auto, byHand]]);
  });

  it('follows its task to the town that its firm turns out to be of', async () => {
    const { id, issueId } = await putTask(booted.service.db, { acceptedAt, firmCreditCode: null, townCode: null });
    await booted.service.app.get(UrgeOverdue).run();
    const department: Asker = { sub: 'd', roles: ['DEPARTMENT'], town: '330226007' };
    const before = await listed('urgingNotices', department);
    const matched = { issueId, firmCreditCode: '91330226MA2AG00015', townCode: '330226007' };
    const at = { matchedAt: due, matchedBy: 'operator-1' };
    await booted.service.db.transaction((tx) =>
      booted.service.app.get(IssueTaskService).nameFirm(tx, { ...matched, ...at } as never),
    );
    const after = await listed<{ task: { id: string } }>('urgingNotices', department);
    expect([before, after.map(({ task }) => task.id)]).toEqual([[], [id]]);
  });

  it('prints as the official document, with what people wrote escaped', async () => {
    await reply(noticeId, { ...testingLead, name: '陈组长' }, { reason: '<b>试剂</b>' });
    const { data } = await booted.ask<{ urgingNotice: { printable: string } }>(
      `{ urgingNotice(id: "${noticeId}") { printable } }`,
      {},
      commander,
    );
    const { printable } = data!.urgingNotice;
    expect(printable).toContain('主送:核酸检测专班');
    expect(printable).toContain('&lt;b&gt;试剂&lt;/b&gt;');
    expect(printable).toMatch(/签收.*陈组长[^]*答复.*陈组长/);
    expect(printable).not.toContain(testingLead.sub);
  });

  it('is shown with its task and its task force', async () => {
    const asked = `query ($of: [_Any!]!) { task(id: "${taskId}") { urgingNotices { id } clocks { kind warnings { percent } } }
      _entities(representations: $of) { ... on TaskForce { urgingNotices(answered: false) { nodes { id } } supervisions { nodes { id } } } } }`;
    const { data } = await booted.ask(asked, { of: [{ __typename: 'TaskForce', code: 'TESTING' }] }, testingLead);
    expect(data).toEqual({
      task: {
        urgingNotices: [{ id: noticeId }],
        clocks: [
          { kind: 'ACCEPTANCE', warnings: [] },
          { kind: 'SOLUTION', warnings: [] },
        ],
      },
      _entities: [{ urgingNotices: { nodes: [{ id: noticeId }] }, supervisions: { nodes: [] } }],
    });
  });
});

describe('a supervision', () => {
  const acknowledge = (supervisionId: unknown, asker: Asker) =>
    act('acknowledgeSupervision', { supervisionId }, asker, 'acknowledgedBy');
  const lift = (supervisionId: unknown, asker = commander, conclusion = '已现场协调') =>
    act('liftSupervision', { supervisionId, conclusion }, asker, 'liftedBy conclusion');

  it('is opened by a commander, who answers for it, and goes its way', async () => {
    const chief: Asker = { ...commander, name: '指挥长甲' };
    const opened = await openSupervision(chief);
    const { sub } = commander;
    expect(opened).toEqual({
      ...{ id: expect.any(String), number: '督20200215-0001', reason: '重点企业' },
      ...{ commander: sub, commanderName: '指挥长甲', openedBy: sub },
    });
    expect(await acknowledge(opened['id'], labourLead)).toEqual({
      code: 'SUPERVISION_OF_SOMEBODY_ELSE',
      field: 'supervisionId',
    });
    expect(await acknowledge(opened['id'], testingLead)).toEqual({ acknowledgedBy: testingLead.sub });
    expect(await lift(opened['id'])).toEqual({ liftedBy: sub, conclusion: '已现场协调' });
    expect(await lift(opened['id'])).toEqual({ code: 'SUPERVISION_LIFTED', field: null });
    expect((await announced(booted.service.db)).map(({ type }) => type)).toEqual([
      'taskforce.supervision.opened.v1',
      'taskforce.supervision.acknowledged.v1',
      'taskforce.supervision.lifted.v1',
    ]);
  });

  it('at the same time has one winner, and one that is open refuses another', async () => {
    const outcomes = await Promise.all([openSupervision(), openSupervision(), openSupervision()]);
    expect(outcomes.map(({ code }) => code ?? 'opened').toSorted()).toEqual([
      'SUPERVISION_OPEN',
      'SUPERVISION_OPEN',
      'opened',
    ]);
  });

  it("is not shaken off by the task force's handing its task on; the centre may, and it stays with the task that ended", async () => {
    const { id } = await openSupervision();
    const life = lifeOf(booted);
    expect(codeOf(await life.transfer(taskId, 'LABOUR'))).toEqual(['TASK_SUPERVISED', 'taskId']);
    expect(await life.transfer(taskId, 'LABOUR', analyst)).toMatchObject({ status: 'TRANSFERRED' });
    const open = await listed<{ id: string; task: { id: string } }>(
      'supervisions',
      commander,
      '(filter: { open: true })',
    );
    expect(open.map((one) => [one.id, one.task.id])).toEqual([[id, taskId]]);
  });

  it('and a transfer by the task force at the same time: one of them is refused', async () => {
    const [opened, moved] = await Promise.all([openSupervision(), lifeOf(booted).transfer(taskId, 'LABOUR')]);
    const codes = [opened['code'] ?? 'opened', moved['code'] ?? 'transferred'];
    expect([
      ['opened', 'TASK_SUPERVISED'],
      ['TASK_STATUS_FORBIDS_MOVE', 'transferred'],
    ]).toContainEqual(codes);
  });

  it('of a task that waits is not shaken off by returning it, nor by returning it at the same time', async () => {
    clock.set(acceptedAt);
    const { give } = lifeOf(booted);
    const [one, other] = [await putTask(booted.service.db), await putTask(booted.service.db)];
    const { id } = await openSupervision(commander, one.id);
    expect(codeOf(await give(one.id))).toEqual(['TASK_SUPERVISED', 'taskId']);
    await lift(id);
    expect(await give(one.id)).toMatchObject({ status: 'RETURNED' });
    const [opened, returned] = await Promise.all([openSupervision(commander, other.id), give(other.id)]);
    expect([
      ['opened', 'TASK_SUPERVISED'],
      ['TASK_STATUS_FORBIDS_MOVE', 'returned'],
    ]).toContainEqual([opened['code'] ?? 'opened', returned['code'] ?? 'returned']);
  });

  it('that was lifted lets the task force hand its task on', async () => {
    const { id } = await openSupervision();
    await lift(id);
    expect(await lifeOf(booted).transfer(taskId, 'LABOUR')).toMatchObject({ status: 'TRANSFERRED' });
  });

  it('is not for an analyst to open, nor for a task force to lift', async () => {
    const { id } = await openSupervision();
    expect([(await openSupervision(analyst)).code, (await lift(id, testingLead)).code]).toEqual([
      'FORBIDDEN',
      'FORBIDDEN',
    ]);
  });

  it.each([
    ['without a conclusion', ' ', 'FIELD_REQUIRED', 'conclusion'],
    ['with 1,001 characters', '长'.repeat(1_001), 'FIELD_TOO_LONG', 'conclusion'],
  ])('is not lifted %s', async (_, conclusion, code, field) => {
    const { id } = await openSupervision();
    expect(await lift(id, commander, conclusion)).toEqual({ code, field });
  });

  it('that there is not, is said so', async () => {
    const rejection = { code: 'SUPERVISION_NOT_FOUND', field: 'supervisionId' };
    expect(await lift('019c5a00-0000-7000-8000-00000000dead')).toEqual(rejection);
  });

  it('of a task that is over is refused', async () => {
    await booted.schema.db.source.query(
      `update task set status = 'CLOSED', closed_at = now(), closed_because = 'WRITTEN_OFF', next_due_at = null, wake_at = null`,
    );
    expect(await openSupervision()).toEqual({ code: 'TASK_STATUS_FORBIDS_MOVE', field: null });
  });

  it('is seen by its task force and by the centre, listed by whether it is open, and printed', async () => {
    const { id } = await openSupervision();
    await acknowledge(id, { ...testingLead, name: '陈组长' });
    const seen = await Promise.all([commander, testingLead, labourLead].map((asker) => listed('supervisions', asker)));
    expect(seen.map((found) => found.length)).toEqual([1, 1, 0]);
    await lift(id, { ...commander, name: '王指挥' });
    const open = await Promise.all(
      ['true', 'false'].map((is) => listed('supervisions', commander, `(filter: { open: ${is} })`)),
    );
    expect(open.map((found) => found.length)).toEqual([0, 1]);
    const { data } = await booted.ask<{ supervision: { printable: string; urgingNotice: null } }>(
      `{ supervision(id: "${String(id)}") { printable urgingNotice { id } } }`,
      {},
      testingLead,
    );
    expect(data!.supervision.urgingNotice).toBeNull();
    const { printable } = data!.supervision;
    expect(printable).toContain('督20200215-0001');
    expect(printable).toMatch(/签收.*陈组长[^]*解除.*王指挥/);
  });
});
