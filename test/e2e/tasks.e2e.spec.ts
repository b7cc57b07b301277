import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '@qifutong/testkit/eventually';
import { follow } from '../../gateway/test/live.ts';
import { requestToken, type TokenWish } from '../../tools/runtime/issuer/request-token.ts';
import { startProduct, type Product } from './product.ts';
import { analyst, commander, labour, logistics, materials, Tasks } from './tasks.ts';

const HOUR = 3_600_000;
let product: Product;
let tasks: Tasks;
beforeAll(async () => {
  product = await startProduct();
  tasks = new Tasks(product);
}, 240_000);
afterAll(() => product.stop(), 60_000);

const inHours = (hours: number) => new Date(Date.now() + hours * HOUR).toISOString();

describe('a task on its way', () => {
  it('is returned, dispatched anew, suspended, resumed, extended, transferred, found unsolved, and solved', async () => {
    const { issueId, taskId } = await tasks.dispatched();
    expect(
      await tasks.move(materials, 'returnTask', { taskId, reason: '缺的是人手' }, 'status awaitsRedispatch'),
    ).toEqual({
      status: 'RETURNED',
      awaitsRedispatch: true,
    });
    const anew = await tasks.move(analyst, 'redispatchTask', { taskId, taskForce: 'LABOUR' }, 'id status mustAccept');
    expect(anew).toMatchObject({ status: 'DISPATCHED', mustAccept: true });
    const second = { taskId: anew.id };
    expect(await tasks.move(labour, 'acceptTask', second)).toMatchObject({ status: 'ACCEPTED' });
    const pause = { ...second, reason: 'WAITING_FOR_FIRM' };
    expect(await tasks.move(analyst, 'suspendTask', pause, 'status dueAt suspensionReason')).toEqual({
      status: 'SUSPENDED',
      dueAt: null,
      suspensionReason: 'WAITING_FOR_FIRM',
    });
    expect(await tasks.move(analyst, 'resumeTask', second)).toMatchObject({ status: 'ACCEPTED' });
    const until = inHours(48);
    expect(
      await tasks.move(commander, 'extendDeadline', { ...second, until, reason: '须省级审批' }, 'dueAt extendedUntil'),
    ).toEqual({ dueAt: until, extendedUntil: until });
    const transfer = { ...second, taskForce: 'MATERIALS', reason: '仍属防疫物资' };
    const left = await tasks.move(labour, 'transferTask', transfer, 'status successor { id } handedOnReason');
    expect(left['status']).toBe('TRANSFERRED');
    const all = await tasks.of(issueId);
    expect(all.map(({ status }) => status)).toEqual(['RETURNED', 'TRANSFERRED', 'DISPATCHED']);
    const third = { taskId: all[2]!.id };
    expect(await tasks.move(materials, 'acceptTask', third, 'hops clocks { kind dueAt }')).toMatchObject({
      hops: 1,
      clocks: [{ kind: 'FIRM', dueAt: until }, { kind: 'ACCEPTANCE' }, { kind: 'SOLUTION' }],
    });
    await tasks.move(materials, 'proposeSolution', { ...third, text: '明日到货' });
    expect(
      await tasks.move(
        analyst,
        'rejectSolution',
        { ...third, reason: '企业今日就要' },
        'status ineffectiveSolutions { text }',
      ),
    ).toEqual({ status: 'ACCEPTED', ineffectiveSolutions: [{ text: '明日到货' }] });
    await tasks.move(materials, 'proposeSolution', { ...third, text: '今日下午到梅林仓库提货' });
    const ask = () => product.get<{ issue: { status: string } }>(analyst, `{ issue(id: "${issueId}") { status } }`);
    await eventually(ask, ({ issue }) => issue.status === 'SOLVED');
    const told = await product.get<{ task: { history: { what: string }[] } }>(
      commander,
      `{ task(id: "${third.taskId}") { history { what } } }`,
    );
    const kinds = ['opened', 'accepted', 'solved', 'solution-rejected', 'solved'].map((what) => ({
      what: `task.${what}`,
    }));
    expect(told.task.history).toEqual(kinds);
  });

  it('is seen with its issue by a task force that helps, and by no other; who reported in confidence by neither', async () => {
    const { taskId } = await tasks.dispatched({
      reporterName: '许经理',
      reporterPhone: '10005740042',
      confidential: true,
    });
    const seen = `query ($id: ID!) { task(id: $id) { taskForce { code } coHandlers { code }
      issue { number status reports { id text reporter { name phone confidential } } } } }`;
    const asked = async (wish: TokenWish) =>
      (await product.get<{ task: { issue: { reports: [{ id: string }] } } | null }>(wish, seen, { id: taskId })).task;
    expect(await asked(logistics)).toBeNull();
    const helps = { taskId, taskForce: 'LOGISTICS' };
    await tasks.move(materials, 'addCoHandler', helps);
    const helped = await asked(logistics);
    expect(helped).toEqual({
      taskForce: { code: 'MATERIALS' },
      coHandlers: [{ code: 'LOGISTICS' }],
      issue: {
        number: expect.stringMatching(/^\d{8}-\d{4}$/),
        status: 'DISPATCHED',
        reports: [
          {
            id: expect.any(String),
            text: '消毒液一瓶都没买到',
            reporter: { name: null, phone: null, confidential: true },
          },
        ],
      },
    });
    const [{ id: reportId }] = helped!.issue.reports;
    const revealed = async (wish: TokenWish) => {
      const asking = { reportId, reason: '核对数量' };
      const { code, field } = await tasks.say(wish, 'revealReporter', asking, 'RevealedReporter { name }');
      return [code, field];
    };
    expect([await revealed(logistics), await revealed(materials)]).toEqual([
      ['REPORTER_OF_OTHER_TASK_FORCE', 'reportId'],
      ['REPORTER_CONFIDENTIAL', 'reportId'],
    ]);
    await tasks.move(materials, 'removeCoHandler', helps);
    expect(await asked(logistics)).toBeNull();
  });
});

describe('an urged task', () => {
  it('has a numbered document that its task force acknowledges and answers, and prints', async () => {
    const taskId = await tasks.accepted();
    const notice = await tasks.say(
      analyst,
      'urgeTask',
      { taskId, reason: '企业明日开工' },
      'UrgingNotice { id number printable }',
    );
    expect(notice['number']).toMatch(/^催\d{8}-\d{4}$/);
    expect(notice['printable']).toMatch(
      new RegExp(`编号:${String(notice['number'])}.*主送:.*防疫物资.*企业明日开工`, 's'),
    );
    const noticeId = notice.id;
    const again = await tasks.say(analyst, 'urgeTask', { taskId, reason: '再催' }, 'UrgingNotice { id }');
    expect(again['code']).toBe('TASK_URGED_LATELY');
    await tasks.say(materials, 'acknowledgeNotice', { noticeId }, 'UrgingNotice { id }');
    const promisedAt = inHours(5);
    const reply = { noticeId, reason: '等货', promisedAt };
    expect(
      await tasks.say(
        materials,
        'replyToUrging',
        reply,
        'UrgingNotice { acknowledgedAt repliedBy replyReason promisedAt }',
      ),
    ).toEqual({ acknowledgedAt: expect.any(String), repliedBy: expect.any(String), replyReason: '等货', promisedAt });
  });

  it('is supervised when the commander decides so, and until then', async () => {
    const taskId = await tasks.accepted();
    const wanted = 'Supervision { id number printable }';
    const opened = await tasks.say(commander, 'openSupervision', { taskId, reason: '影响全县复工' }, wanted);
    expect(opened['number']).toMatch(/^督\d{8}-\d{4}$/);
    expect(opened['printable']).toContain('督办单');
    const supervisionId = opened.id;
    const other = await tasks.say(labour, 'acknowledgeSupervision', { supervisionId }, 'Supervision { id }');
    expect([other['code'], other['field']]).toEqual(['SUPERVISION_OF_SOMEBODY_ELSE', 'supervisionId']);
    await tasks.say(materials, 'acknowledgeSupervision', { supervisionId }, 'Supervision { id }');
    const lifted = await tasks.say(
      commander,
      'liftSupervision',
      { supervisionId, conclusion: '已到货' },
      'Supervision { acknowledgedAt conclusion }',
    );
    expect(lifted).toEqual({ acknowledgedAt: expect.any(String), conclusion: '已到货' });
  });
});

describe('who works on tasks', () => {
  it('is told live what lies before the task force, and finds what is theirs', async () => {
    const token = await requestToken(join(product.dir, 'issuer'), commander);
    const query = '{ taskBoard(taskForce: "MATERIALS") { suspended tasks(first: 100) { nodes { id status } } } }';
    const board = await follow(product.url, token, { query });
    await board.told(1);
    const taskId = await tasks.accepted();
    await tasks.move(analyst, 'suspendTask', { taskId, reason: 'FORCE_MAJEURE' });
    const shown = () => Promise.resolve(JSON.stringify(board.answers.at(-1)?.data));
    await eventually(shown, (told) => told.includes(`{"id":"${taskId}","status":"SUSPENDED"}`));
    board.leave();
    await tasks.say(analyst, 'resumeTask', { taskId }, 'Task { id }');
    await tasks.say(analyst, 'urgeTask', { taskId, reason: '急' }, 'UrgingNotice { id }');
    const { viewer } = await product.get<{ viewer: { work: { mine: { nodes: unknown[] } } } }>(
      materials,
      `{ viewer { work { taskForce { code } counts { urged } mine(first: 100) { nodes { id } } urgingNotices { nodes { task { id } } } } } }`,
    );
    expect(viewer.work).toMatchObject({
      taskForce: { code: 'MATERIALS' },
      mine: { nodes: expect.arrayContaining([{ id: taskId }]) },
      urgingNotices: { nodes: expect.arrayContaining([{ task: { id: taskId } }]) },
    });
    const nobody = await product.get<{ viewer: { work: unknown } }>(analyst, '{ viewer { work { counts { mine } } } }');
    expect(nobody.viewer.work).toBeNull();
  });
});

describe('what cannot be is refused with a sentence that names the field', () => {
  const within = (duration: string) => ({ kind: 'ELAPSED', duration });
  const line = (solve: string) => ({ lines: [{ acceptWithin: within('PT2H'), solveWithin: within(solve) }] });
  const at = 'lines.0.solveWithin.duration';
  it.each([
    ['a limit of nothing', line('PT0S'), 'SLA_DURATION_FAULTY', at],
    ['a negative limit', line('-PT24H'), 'SLA_DURATION_FAULTY', at],
    ['no time to return', { returnWithin: 'PT0S' }, 'SLA_DURATION_FAULTY', 'returnWithin'],
    ['supervision at no notice', { superviseAt: 0 }, 'SLA_NOTICES_OUT_OF_RANGE', 'superviseAt'],
    ['a policy without a match', { lines: [] }, 'SLA_POLICY_WITHOUT_MATCH', 'lines'],
  ])('%s', async (_, input, code, field) => {
    const said = await tasks.say(commander, 'setSlaPolicy', input, 'SlaPolicy { version }');
    expect(said).toEqual({ code, field, message: expect.stringContaining(field) });
  });

  it('a calendar without a working minute', async () => {
    const idle = { code: 'IDLE', name: '空', week: [[], [], [], [], [], [], []], days: [] };
    const said = await tasks.say(commander, 'setWorkingCalendar', idle, 'WorkingCalendar { version }');
    expect(said).toEqual({ code: 'CALENDAR_WITHOUT_WORK', field: 'week', message: expect.stringContaining('week') });
  });

  it('a transfer to oneself, to nobody, and to a task force that is dissolved', async () => {
    const taskId = await tasks.accepted();
    const founding = {
      code: 'FLEETING',
      name: '临时专班',
      leadDepartment: 'COUNTY_OFFICE',
      reason: '试',
      domains: ['OTHER'],
      members: [{ sub: 'fleeting-lead', name: '临时组长', role: 'LEAD' }],
    };
    expect(await tasks.say(commander, 'foundTaskForce', founding, 'TaskForce { name }')).toEqual({ name: '临时专班' });
    const dissolving = { code: 'FLEETING', reason: '任务完成' };
    await tasks.say(commander, 'dissolveTaskForce', dissolving, 'TaskForce { name }');
    const to = async (taskForce: string) =>
      tasks
        .move(materials, 'transferTask', { taskId, taskForce, reason: '转' })
        .then(({ code, field }) => [code, field]);
    expect([await to('MATERIALS'), await to('NOWHERE'), await to('FLEETING')]).toEqual([
      ['TASK_FORCE_IS_LEAD', 'taskForce'],
      ['TASK_FORCE_UNKNOWN', 'taskForce'],
      ['TASK_FORCE_DISSOLVED', 'taskForce'],
    ]);
  });

  it('an extension to the past, and to the end of time', async () => {
    const taskId = await tasks.accepted();
    const to = async (until: string) =>
      tasks.move(commander, 'extendDeadline', { taskId, until, reason: '延' }).then(({ code, field }) => [code, field]);
    expect([await to(inHours(-1)), await to('9999-12-31T00:00:00Z')]).toEqual([
      ['EXTENSION_NOT_LATER', 'until'],
      ['EXTENSION_TOO_LONG', 'until'],
    ]);
  });

  it('two leads who accept at once: one of them has it', async () => {
    const { taskId } = await tasks.dispatched();
    const said = await Promise.all(
      ['lead-1', 'lead-2'].map((as) => tasks.move({ ...materials, as }, 'acceptTask', { taskId }, 'acceptedBy')),
    );
    expect(said.filter(({ acceptedBy }) => acceptedBy)).toHaveLength(1);
    expect(said.filter(({ code }) => code)).toEqual([
      { code: 'TASK_STATUS_FORBIDS_MOVE', field: null, message: expect.stringMatching(/ACCEPTED.*accept/) },
    ]);
  });

  it('a reply to somebody else’s notice, and a promise that is over', async () => {
    const taskId = await tasks.accepted();
    const { id: noticeId } = await tasks.say(analyst, 'urgeTask', { taskId, reason: '急' }, 'UrgingNotice { id }');
    const reply = async (wish: TokenWish, promisedAt: string) =>
      tasks
        .say(wish, 'replyToUrging', { noticeId, reason: '等货', promisedAt }, 'UrgingNotice { id }')
        .then(({ code, field }) => [code, field]);
    expect([await reply(labour, inHours(1)), await reply(materials, inHours(-1))]).toEqual([
      ['NOTICE_OF_SOMEBODY_ELSE', 'noticeId'],
      ['PROMISE_PAST', 'promisedAt'],
    ]);
  });
});
