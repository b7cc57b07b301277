import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { boot, type Booted } from '@qifutong/testkit/boot';
import { fixedClock } from '@qifutong/testkit/clock';
import { v7 as uuidv7 } from 'uuid';
import { startClock } from '../src/clock/domain/clock-moves.ts';
import { IssueTaskService } from '../src/task/issue-task.service.ts';
import { analyst, codeOf, lifeOf, type Life } from './asking.ts';
import { aDispatch, county, elapsed, noCalendar } from './builders.ts';
import {
  announced,
  commander,
  labourLead,
  putCommonTask,
  putTask,
  saidOf,
  tasksOf,
  testingLead,
  withoutJobs,
} from './world.ts';

const start = county('2020-02-14 10:00');
const clock = fixedClock(start);
let booted: Booted;
let life: Life;
beforeAll(async () => {
  booted = await boot(withoutJobs, { clock });
  life = lifeOf(booted);
});
afterAll(() => booted?.stop());

describe('a returned task', () => {
  it('waits for the centre in a list of its own, and is dispatched anew to another task force, which must accept', async () => {
    clock.set(start);
    const task = await putTask(booted.service.db);
    expect(await life.give(task.id)).toMatchObject({
      status: 'RETURNED',
      awaitsRedispatch: true,
      dueAt: null,
      overdue: false,
    });
    const listed = async () => {
      const asked = '{ tasks(filter: { awaitsRedispatch: true }) { nodes { id handedOnReason handedOnBy } } }';
      const { data } = await booted.ask<{ tasks: { nodes: { id: string }[] } }>(asked, {}, analyst);
      return data!.tasks.nodes;
    };
    expect(await listed()).toContainEqual({
      id: task.id,
      handedOnReason: '不属检测事项',
      handedOnBy: 'testing-lead',
    });
    clock.set(county('2020-02-14 11:00'));
    const next = await life.redispatch(task.id, 'LABOUR');
    expect(next).toMatchObject({
      status: 'DISPATCHED',
      mustAccept: true,
      hops: 0,
      taskForce: { code: 'LABOUR' },
      predecessor: { id: task.id },
      dueAt: county('2020-02-14 13:00').toISOString(),
    });
    expect((await listed()).map(({ id }) => id)).not.toContain(task.id);
    expect(codeOf(await life.give(String(next['id']), labourLead))).toEqual(['TASK_MUST_BE_ACCEPTED', null]);
    expect(await life.accept(String(next['id']), labourLead)).toMatchObject({ status: 'ACCEPTED' });
    expect(await saidOf(booted, task.issueId)).toEqual(['task.returned', 'task.opened', 'task.accepted']);
  });

  it('goes back with the order to accept', async () => {
    clock.set(start);
    const { id } = await putTask(booted.service.db);
    await life.give(id);
    expect(codeOf(await life.redispatch(id, 'TESTING'))).toEqual(['ACCEPTANCE_ORDER_REQUIRED', 'orderToAccept']);
    expect(await life.redispatch(id, 'TESTING', { orderToAccept: true })).toMatchObject({ status: 'DISPATCHED' });
  });

  it('is dispatched anew once, when ten of the centre do it at the same time', async () => {
    clock.set(start);
    const task = await putTask(booted.service.db);
    await life.give(task.id);
    const answers = await Promise.all(Array.from({ length: 10 }, () => life.redispatch(task.id, 'LABOUR')));
    const codes = answers.map(({ code }) => code ?? 'DISPATCHED').toSorted();
    expect(codes).toEqual(['DISPATCHED', ...Array.from({ length: 9 }, () => 'TASK_NOT_AWAITING_DISPATCH')]);
    expect((await tasksOf(booted, task.issueId)).map(({ status }) => status).toSorted()).toEqual([
      'DISPATCHED',
      'RETURNED',
    ]);
  });

  it('is not dispatched anew by a dispatch that is replayed', async () => {
    clock.set(start);
    const { app, db } = booted.service;
    const told = aDispatch({ issueId: uuidv7() });
    const hear = () => db.transaction((tx) => app.get(IssueTaskService).open(tx, told));
    await hear();
    const [task] = await tasksOf(booted, told.issueId);
    const lead = { ...testingLead, task_force: task!.taskForceCode };
    await life.give(task!.id, lead);
    await hear();
    expect(await tasksOf(booted, told.issueId)).toHaveLength(1);
    await life.redispatch(task!.id, 'LABOUR');
    await hear();
    expect((await tasksOf(booted, told.issueId)).map(({ status }) => status)).toEqual(['RETURNED', 'DISPATCHED']);
  });

  it.each([
    [
      'merged',
      (tx: never, of: { issueId: string }) =>
        booted.service.app
          .get(IssueTaskService)
          .cancel(tx, { ...of, lastRound: 1, because: 'MERGED', commonIssueId: null, at: county('2020-02-14 12:00') }),
    ],
    [
      'written off',
      (tx: never, of: { issueId: string }) =>
        booted.service.app.get(IssueTaskService).close(tx, { ...of, lastRound: 1, because: 'WRITTEN_OFF' }),
    ],
  ])('whose issue was %s meanwhile is not dispatched any more', async (_, hear) => {
    clock.set(start);
    const { id, issueId } = await putTask(booted.service.db);
    await life.give(id);
    await booted.service.db.transaction((tx) => hear(tx as never, { issueId }));
    expect(codeOf(await life.redispatch(id, 'LABOUR'))).toEqual(['TASK_NOT_AWAITING_DISPATCH', null]);
  });

  it("whose solution clock ran is missed at its true time when it is dispatched anew too late: the firm's clock knows no break", async () => {
    clock.set(county('2020-02-14 10:30'));
    const terms = { kind: 'ACCEPTANCE', limit: elapsed('PT30M'), warnAt: [], policyVersion: 1 } as const;
    const clocks = [startClock(terms, county('2020-02-14 09:30'), noCalendar)];
    const put = await putTask(booted.service.db, { clocks, solveWithin: elapsed('PT8H') });
    expect(await life.give(put.id)).toMatchObject({ status: 'RETURNED' });
    clock.set(county('2020-02-14 18:30'));
    const next = await life.redispatch(put.id, 'LABOUR');
    expect(next).toMatchObject({
      overdue: true,
      clocks: [
        {
          kind: 'FIRM',
          startedAt: county('2020-02-14 10:00').toISOString(),
          breachedAt: county('2020-02-14 18:00').toISOString(),
        },
        { kind: 'ACCEPTANCE', breachedAt: null },
      ],
      urgingNotices: [{ clock: 'FIRM', dueAt: county('2020-02-14 18:00').toISOString() }],
    });
  });

  it('of a common issue is found as its one task, through what goes on with it', async () => {
    clock.set(start);
    const { id, commonIssueId } = await putCommonTask(booted.service.db);
    await life.give(id);
    const asked = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on CommonIssue { task { id status } } } }`;
    const of = [{ __typename: 'CommonIssue', id: commonIssueId }];
    const task = async () => (await booted.ask<{ _entities: unknown[] }>(asked, { of }, commander)).data!._entities[0];
    expect(await task()).toEqual({ task: { id, status: 'RETURNED' } });
    clock.set(county('2020-02-14 11:00'));
    const next = await life.redispatch(id, 'LABOUR');
    expect(await task()).toEqual({ task: { id: next['id'], status: 'DISPATCHED' } });
  });
});

describe('two leads of a task force', () => {
  it('who accept at the same time: one has it, the others are told why not', async () => {
    clock.set(start);
    const { id, issueId } = await putTask(booted.service.db);
    const leads = Array.from({ length: 8 }, (_, i) => ({ ...testingLead, sub: `lead-${i}` }));
    const answers = await Promise.all(leads.map((one) => life.accept(id, one)));
    const said = answers.map(({ code, status }) => String(code ?? status)).toSorted();
    expect(said).toEqual(['ACCEPTED', ...leads.slice(1).map(() => 'TASK_STATUS_FORBIDS_MOVE')]);
    const [winner] = answers.filter(({ status }) => status === 'ACCEPTED');
    const told = (await announced(booted.service.db)).filter(({ data }) => data['issueId'] === issueId);
    expect(told.map(({ data }) => data['acceptedBy'])).toEqual([winner!['acceptedBy']]);
  });
});
