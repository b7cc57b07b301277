import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Tx } from '@qifutong/persistence/database';
import { boot, type Asker, type Booted } from '@qifutong/testkit/boot';
import { fixedClock } from '@qifutong/testkit/clock';
import { v7 as uuidv7 } from 'uuid';
import { instantOf } from '../src/clock/domain/clock.ts';
import { startClock } from '../src/clock/domain/clock-moves.ts';
import { firmClock } from '../src/task/domain/task.ts';
import { IssueTaskService } from '../src/task/issue-task.service.ts';
import { UrgeOverdue } from '../src/task/urge-overdue.job.ts';
import { analyst, codeOf, lifeOf, type Life } from './asking.ts';
import { aDispatch, county, elapsed, later, noCalendar, type IssueTask } from './builders.ts';
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
  const onDuty = `insert into commander_on_duty values ($1, 'wang', '王志强', 'admin-1')`;
  await booted.schema.db.source.query(onDuty, [county('2020-02-14 08:00')]);
});
afterAll(() => booted?.stop());

const due = county('2020-02-14 18:00');

/** Returned by TESTING at 10:30, after its solution clock had run from 10:00 on, for 8 hours. */
async function putReturned(named: Partial<IssueTask> = {}) {
  clock.set(county('2020-02-14 10:30'));
  const terms = { kind: 'ACCEPTANCE', limit: elapsed('PT30M'), warnAt: [], policyVersion: 1 } as const;
  const clocks = [startClock(terms, county('2020-02-14 09:30'), noCalendar)];
  const put = await putTask(booted.service.db, { clocks, solveWithin: elapsed('PT8H'), ...named });
  expect(await life.give(put.id)).toMatchObject({ status: 'RETURNED', dueAt: due.toISOString() });
  return put;
}

/** Of a task, as far as one sees them: for what, which, and to whom. */
async function noticesOf(taskId: string, asker: Asker = commander) {
  const asked = `{ task(id: "${taskId}") { urgingNotices { clock ordinal taskForce { code } commanderName } } }`;
  type Notice = { clock: string; ordinal: number; taskForce: object | null; commanderName: string | null };
  const { data } = await booted.ask<{ task: { urgingNotices: Notice[] } }>(asked, {}, asker);
  return data!.task.urgingNotices.map((one) => [one.clock, one.ordinal, one.taskForce, one.commanderName]);
}

const look = () => booted.service.app.get(UrgeOverdue).run();
const gone = (tx: Tx, issueId: string, because: 'MERGED' | 'COMMON_ISSUE', at = later(due, 1)) =>
  booted.service.app.get(IssueTaskService).cancel(tx, {
    ...{ issueId, lastRound: 1, because, at },
    commonIssueId: because === 'MERGED' ? null : uuidv7(),
  });

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

  it("whose solution clock ran is missed at its true time when it is dispatched anew too late, by the centre: the firm's clock knows no break", async () => {
    const put = await putReturned();
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
      urgingNotices: [],
    });
    expect(await noticesOf(put.id)).toEqual([
      ['ACCEPTANCE', 1, { code: 'TESTING' }, null],
      ['FIRM', 1, null, '王志强'],
    ]);
    // LABOUR is urged on, as whoever has what was missed
    clock.set(county('2020-02-15 06:30'));
    await look();
    expect(await noticesOf(String(next['id']))).toEqual([
      ['FIRM', 2, { code: 'LABOUR' }, null],
      ['ACCEPTANCE', 1, { code: 'LABOUR' }, null],
    ]);
  });

  it('is missed while it waits for the centre: one breach at the true time, and a notice to the commander on duty within the same look', async () => {
    const { id, issueId } = await putReturned();
    clock.set(due);
    await look();
    expect(await saidOf(booted, issueId)).not.toContain('firm-clock.breached');
    clock.advance(1);
    await Promise.all([look(), look(), look()]);
    expect((await noticesOf(id)).at(-1)).toEqual(['FIRM', 1, null, '王志强']);
    const told = (await announced(booted.service.db)).filter(({ data }) => data['issueId'] === issueId);
    const missed = told.filter(({ type }) => type === 'taskforce.firm-clock.breached.v1');
    expect(missed.map(({ data }) => [data['dueAt'], data['noticedAt']])).toEqual([
      [due.toISOString(), later(due, 1).toISOString()],
    ]);
    expect(told.map(({ type }) => type)).toContain('taskforce.returned-task.urged.v1');
    const { data } = await booted.ask(`{ task(id: "${id}") { status overdue dueAt remaining } }`, {}, commander);
    expect(data).toEqual({ task: { status: 'RETURNED', overdue: true, dueAt: null, remaining: '-PT0.001S' } });
    const listed = '{ urgingNotices(filter: { toCentre: true }) { nodes { printable } } }';
    const { data: list } = await booted.ask<{ urgingNotices: { nodes: { printable: string }[] } }>(
      listed,
      {},
      commander,
    );
    expect(list!.urgingNotices.nodes[0]!.printable).toContain('主送:王志强');
  });

  it("shows the task force that returned it that one's notices, not the centre's, and neither to one that helps", async () => {
    const { id } = await putReturned({ coHandlers: ['LABOUR'] });
    clock.set(later(due, 1));
    await look();
    const own = ['ACCEPTANCE', 1, { code: 'TESTING' }, null];
    expect(await noticesOf(id)).toEqual([own, ['FIRM', 1, null, '王志强']]);
    expect([await noticesOf(id, testingLead), await noticesOf(id, labourLead)]).toEqual([[own], []]);
  });

  it.each([
    ['merged', (tx: Tx, issueId: string) => gone(tx, issueId, 'MERGED')],
    ['linked', (tx: Tx, issueId: string) => gone(tx, issueId, 'COMMON_ISSUE')],
  ])('that was missed 1 ms before its issue was %s is missed, though nobody looked until then', async (_, goes) => {
    const { id, issueId } = await putReturned();
    clock.set(later(due, 1));
    await booted.service.db.transaction((tx) => goes(tx, issueId));
    expect((await noticesOf(id)).at(-1)).toEqual(['FIRM', 1, null, '王志强']);
    const [task] = await tasksOf(booted, issueId);
    const firm = task!.clocks.find(({ kind }) => kind === 'FIRM')!;
    expect([instantOf(firm, 'BREACHED'), task!.awaitsRedispatch, task!.overdue]).toEqual([due, false, false]);
  });

  it('whose issue was linked before its acceptance was due, which is heard after its return, has no clock of the firm', async () => {
    const { issueId } = await putReturned();
    clock.set(county('2020-02-14 10:31'));
    await booted.service.db.transaction((tx) => gone(tx, issueId, 'COMMON_ISSUE', county('2020-02-14 09:59')));
    const [task] = await tasksOf(booted, issueId);
    expect([firmClock(task!), task!.acceptMissed, task!.nextDueAt, task!.wakeAt]).toEqual([
      undefined,
      false,
      null,
      null,
    ]);
    const ended = task!.clocks.map(({ kind, history }) => [kind, history.at(-1)!.type]);
    expect(ended).toEqual(['FIRM', 'ACCEPTANCE', 'SOLUTION'].map((kind) => [kind, 'CANCELLED']));
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
