import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { roles } from '@qifutong/platform/viewer';
import { boot, type Booted } from '@qifutong/testkit/boot';
import { fixedClock } from '@qifutong/testkit/clock';
import { county } from './builders.ts';
import { announced, labourLead, putTask, testingLead, withoutJobs } from './world.ts';

const clock = fixedClock(county('2020-02-14 10:00'));
let booted: Booted;
beforeAll(async () => {
  booted = await boot(withoutJobs, { clock });
});
afterAll(() => booted?.stop());

const WHOLE = `id status acceptedAt acceptedBy dueAt overdue solution { text measures proposedAt proposedBy }
  clocks { kind startedAt dueAt metAt breachedAt } urgingNotices { number clock ordinal dueAt issuedAt }`;
const ACCEPT = `mutation ($input: AcceptTaskInput!) { acceptTask(input: $input) {
  ... on Task { ${WHOLE} } ... on TaskRejection { code message field } } }`;
const SOLVE = `mutation ($input: ProposeSolutionInput!) { proposeSolution(input: $input) {
  ... on Task { ${WHOLE} } ... on TaskRejection { code message field } } }`;

async function ofTask(taskId: string) {
  const events = await announced(booted.service.db);
  return events.filter(({ data }) => data['taskId'] === taskId).map(({ type, data }) => [type, data['clock'] ?? null]);
}

describe('a task force', () => {
  it('accepts its task and proposes a solution; the graph shows its clocks, its solution and no notice', async () => {
    clock.set(county('2020-02-14 10:00'));
    const { id } = await putTask(booted.service.db);
    const accepted = await booted.ask<{ acceptTask: object }>(ACCEPT, { input: { taskId: id } }, testingLead);
    const acceptance = { kind: 'ACCEPTANCE', startedAt: '2020-02-14T01:30:00.000Z', dueAt: '2020-02-14T03:30:00.000Z' };
    const solution = { kind: 'SOLUTION', startedAt: '2020-02-14T02:00:00.000Z', dueAt: '2020-02-15T02:00:00.000Z' };
    const inWork = {
      id,
      status: 'ACCEPTED',
      acceptedAt: '2020-02-14T02:00:00.000Z',
      acceptedBy: 'testing-lead',
      dueAt: '2020-02-15T02:00:00.000Z',
      overdue: false,
      solution: null,
      clocks: [
        { ...acceptance, metAt: '2020-02-14T02:00:00.000Z', breachedAt: null },
        { ...solution, metAt: null, breachedAt: null },
      ],
      urgingNotices: [],
    };
    expect(accepted).toEqual({ status: 200, data: { acceptTask: inWork } });

    clock.set(county('2020-02-15 10:00'));
    const told = { taskId: id, text: '2月16日上门采样', measures: ['派出采样车'] };
    const solved = await booted.ask(SOLVE, { input: told }, testingLead);
    const proposed = {
      text: told.text,
      measures: told.measures,
      proposedAt: '2020-02-15T02:00:00.000Z',
      proposedBy: 'testing-lead',
    };
    const clocks = [inWork.clocks[0], { ...solution, metAt: '2020-02-15T02:00:00.000Z', breachedAt: null }];
    expect(solved).toEqual({
      status: 200,
      data: { proposeSolution: { ...inWork, status: 'SOLUTION_PROPOSED', dueAt: null, solution: proposed, clocks } },
    });
    expect(await ofTask(id)).toEqual([
      ['taskforce.task.accepted.v1', null],
      ['taskforce.task.solved.v1', null],
    ]);
  });

  it('that accepts late finds the breach recorded at its true time, and the notice for it, in the same answer', async () => {
    const { id } = await putTask(booted.service.db);
    clock.set(county('2020-02-14 11:30:00.001'));
    const answer = await booted.ask<{ acceptTask: object }>(ACCEPT, { input: { taskId: id } }, testingLead);
    expect(answer.data?.acceptTask).toMatchObject({
      status: 'ACCEPTED',
      dueAt: '2020-02-15T03:30:00.000Z',
      clocks: [
        { kind: 'ACCEPTANCE', dueAt: '2020-02-14T03:30:00.000Z', metAt: null, breachedAt: '2020-02-14T03:30:00.000Z' },
        { kind: 'SOLUTION', startedAt: '2020-02-14T03:30:00.000Z', metAt: null, breachedAt: null },
      ],
      urgingNotices: [
        {
          number: '催20200214-0001',
          clock: 'ACCEPTANCE',
          ordinal: 1,
          dueAt: '2020-02-14T03:30:00.000Z',
          issuedAt: '2020-02-14T03:30:00.001Z',
        },
      ],
    });
    expect(await ofTask(id)).toEqual([
      ['taskforce.task.breached.v1', 'ACCEPTANCE'],
      ['taskforce.task.accepted.v1', null],
      ['taskforce.urging.issued.v1', 'ACCEPTANCE'],
    ]);
  });

  it("is told why not: a task that does not exist, is another's, or is not in the state for it", async () => {
    clock.set(county('2020-02-14 10:00'));
    const { id } = await putTask(booted.service.db);
    const nowhere = '019c5a00-0000-7000-8000-00000000dead';
    const answers = [
      await booted.ask(ACCEPT, { input: { taskId: nowhere } }, testingLead),
      await booted.ask(ACCEPT, { input: { taskId: id } }, labourLead),
      await booted.ask(SOLVE, { input: { taskId: id, text: '办妥' } }, testingLead),
    ];
    expect(answers.map(({ data }) => Object.values((data ?? {}) as Record<string, unknown>)[0])).toEqual([
      { code: 'TASK_NOT_FOUND', message: '没有这个任务', field: 'taskId' },
      { code: 'TASK_OF_OTHER_TASK_FORCE', message: '问题 20200214-0042 的任务由其他专班承办', field: 'taskId' },
      {
        code: 'TASK_STATUS_FORBIDS_MOVE',
        message: '问题 20200214-0042 的任务处于 DISPATCHED 状态,不能执行 proposeSolution',
        field: null,
      },
    ]);
    expect(await ofTask(id)).toEqual([]);
  });

  it('has one winner when twenty of its members accept at once', async () => {
    clock.set(county('2020-02-14 10:00'));
    const { id } = await putTask(booted.service.db);
    const members = Array.from({ length: 20 }, (_, i) => ({ ...testingLead, sub: `testing-member-${i}` }));
    type Outcome = { acceptTask: { acceptedBy?: string; code?: string } };
    const answers = await Promise.all(
      members.map((member) => booted.ask<Outcome>(ACCEPT, { input: { taskId: id } }, member)),
    );
    const outcomes = answers.map(({ data }) => data!.acceptTask);
    const winners = outcomes.filter(({ acceptedBy }) => acceptedBy !== undefined);
    expect(winners).toHaveLength(1);
    expect(outcomes.filter(({ code }) => code === 'TASK_STATUS_FORBIDS_MOVE')).toHaveLength(19);
    expect(await ofTask(id)).toEqual([['taskforce.task.accepted.v1', null]]);
    const [event] = (await announced(booted.service.db)).slice(-1);
    expect(event?.data['acceptedBy']).toBe(winners[0]?.acceptedBy);
  });
});

describe('accepting and solving', () => {
  const others = roles.filter((role) => !role.startsWith('TASKFORCE_'));
  it.each(others)('are not for %s', async (role) => {
    const { id } = await putTask(booted.service.db);
    const asker = { ...testingLead, roles: [role] };
    const accepting = await booted.ask(ACCEPT, { input: { taskId: id } }, asker);
    const answers = [accepting, await booted.ask(SOLVE, { input: { taskId: id, text: '办妥' } }, asker)];
    expect(answers.map(({ errors }) => errors?.map(({ extensions }) => extensions.code))).toEqual([
      ['FORBIDDEN'],
      ['FORBIDDEN'],
    ]);
    expect(await ofTask(id)).toEqual([]);
  });
});
