import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NatsConnection } from '@nats-io/transport-node';
import { commonIssueClosed } from '@qifutong/contracts/intake/common-issue-closed';
import { commonIssueDispatched } from '@qifutong/contracts/intake/common-issue-dispatched';
import { commonIssueSettled } from '@qifutong/contracts/intake/common-issue-settled';
import { connectNats } from '@qifutong/messaging/connection';
import { boot, type Asker, type Booted } from '@qifutong/testkit/boot';
import { fixedClock } from '@qifutong/testkit/clock';
import { v7 as uuidv7 } from 'uuid';
import { end, startClock } from '../src/clock/domain/clock-moves.ts';
import { firmClock } from '../src/task/domain/task.ts';
import { CommonTaskService } from '../src/task/common-task.service.ts';
import { TaskTable } from '../src/task/task.table.ts';
import { UrgeOverdue } from '../src/task/urge-overdue.job.ts';
import { aCommonDispatch, aTask, county, elapsed, noCalendar } from './builders.ts';
import {
  announced,
  commander,
  IntakeStream,
  labourLead,
  putCommonTask,
  putTask,
  testingLead,
  withoutJobs,
} from './world.ts';

const clock = fixedClock(county('2020-02-14 09:30'));
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

const common = { commonIssueNumber: '共20200214-0003', domain: 'TESTING' } as const;
const guidance = { guidanceId: '019c5a00-0000-7000-8000-000000000004', guidanceVersion: 2, settledBy: 'analyst-2' };
const dispatched = (commonIssueId: string) => {
  const told = aCommonDispatch({ commonIssueId });
  const instants = { registeredAt: told.registeredAt.toISOString(), dispatchedAt: told.dispatchedAt.toISOString() };
  return commonIssueDispatched({ ...told, ...instants });
};
const settled = (commonIssueId: string, at: Date) =>
  commonIssueSettled({ commonIssueId, ...common, ...guidance, settledAt: at.toISOString() });

function tasksOf(commonIssueId: string) {
  return booted.schema.db.source.manager.findBy(TaskTable, { commonIssueId });
}

async function said(commonIssueId: string): Promise<string[]> {
  const events = await announced(booted.service.db);
  return events.filter(({ data }) => data['commonIssueId'] === commonIssueId).map(({ type }) => type);
}

async function untilHeard(): Promise<void> {
  await intake.allHeard();
  const setAside: unknown[] = await booted.schema.db.source.query('select from dead_letter');
  expect(setAside).toEqual([]);
}

async function ofCommonIssue(id: string, selection: string, asker: Asker): Promise<unknown> {
  const asked = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on CommonIssue { task { ${selection} } } } }`;
  const of = [{ __typename: 'CommonIssue', id }];
  const { data, errors } = await booted.ask<{ _entities: { task: unknown }[] }>(asked, { of }, asker);
  expect(errors).toBeUndefined();
  return data!._entities[0]!.task;
}

const MOVE = (field: string, input: string) =>
  `mutation { ${field}(input: ${input}) { ... on Task { id status dueAt } ... on TaskRejection { code message } } }`;

describe('a common issue that is dispatched', () => {
  it('has one task, however often that is told; its task force accepts and solves it as any other', async () => {
    const commonIssueId = uuidv7();
    await intake.say(dispatched(commonIssueId), 1, 5);
    await untilHeard();
    await booted.schema.db.source.query('delete from inbox where aggregate_id = $1', [commonIssueId]);
    await intake.say(dispatched(commonIssueId), 1);
    await untilHeard();
    const found = await tasksOf(commonIssueId);
    expect(found).toHaveLength(1);
    const { id } = found[0]!;

    const asked = 'id nature round dueAt status issue { id } commonIssue { id } firm { creditCode } taskForce { code }';
    const shown = {
      id,
      nature: 'COMMON',
      round: 1,
      dueAt: '2020-02-14T03:30:00.000Z',
      status: 'DISPATCHED',
      issue: null,
      commonIssue: { id: commonIssueId },
      firm: null,
      taskForce: { code: 'TESTING' },
    };
    expect(await ofCommonIssue(commonIssueId, asked, testingLead)).toEqual(shown);
    expect(await ofCommonIssue(commonIssueId, 'id', labourLead)).toBeNull();

    const refused = await booted.ask(MOVE('acceptTask', `{ taskId: "${id}" }`), {}, labourLead);
    expect(refused.data).toEqual({
      acceptTask: { code: 'TASK_OF_OTHER_TASK_FORCE', message: '问题 共20200214-0003 的任务由其他专班承办' },
    });
    clock.set(county('2020-02-14 10:00'));
    const accepted = await booted.ask(MOVE('acceptTask', `{ taskId: "${id}" }`), {}, testingLead);
    expect(accepted.data).toEqual({ acceptTask: { id, status: 'ACCEPTED', dueAt: '2020-02-15T02:00:00.000Z' } });
    const solved = await booted.ask(MOVE('proposeSolution', `{ taskId: "${id}", text: "统一办法" }`), {}, testingLead);
    expect(solved.data).toEqual({ proposeSolution: { id, status: 'SOLUTION_PROPOSED', dueAt: null } });

    await intake.say(settled(commonIssueId, county('2020-02-14 10:30')), 2);
    await untilHeard();
    expect(await tasksOf(commonIssueId)).toMatchObject([{ solutionText: '统一办法', guidanceId: null }]);
    expect(await said(commonIssueId)).toEqual([
      'taskforce.common-task.opened.v1',
      'taskforce.common-task.accepted.v1',
      'taskforce.common-task.solved.v1',
    ]);
    const versions: { versions: number[] }[] = await booted.schema.db.source.query(
      'select array_agg(version order by seq) as versions from event_log where aggregate_id = $1',
      [id],
    );
    expect(versions).toEqual([{ versions: [1, 2, 3] }]);
  });

  const settledAt = county('2020-02-14 10:00');
  const heard = county('2020-02-14 10:30');
  const { settledBy: _, ...told } = guidance;
  it.each([
    [
      'settled',
      (id: string) => settled(id, settledAt),
      { ...told, batchId: null, proposedAt: settledAt },
      { type: 'MET', at: settledAt },
    ],
    [
      'closed',
      (id: string) => commonIssueClosed({ commonIssueId: id, ...common, closedAt: settledAt.toISOString() }),
      { guidanceId: null, guidanceVersion: null, batchId: null, proposedAt: null },
      { type: 'CANCELLED', at: heard },
    ],
  ])(
    'whose task was returned, after it should have been accepted, and which is %s meanwhile is not dispatched anew any more',
    async (_way, telling, solution, end) => {
      const terms = { kind: 'ACCEPTANCE', limit: elapsed('PT10M'), warnAt: [], policyVersion: 1 } as const;
      const clocks = [startClock(terms, county('2020-02-14 09:30'), noCalendar)];
      const { id, commonIssueId } = await putCommonTask(booted.service.db, { clocks });
      clock.set(county('2020-02-14 09:45'));
      const reason = `{ taskId: "${id}", reason: "不属检测事项" }`;
      await booted.ask(MOVE('returnTask', reason), {}, testingLead);
      clock.set(heard);
      await intake.say(telling(commonIssueId!), 1, 2);
      await untilHeard();
      const [task, ...more] = await tasksOf(commonIssueId!);
      expect(task).toMatchObject({ status: 'RETURNED', awaitsRedispatch: false, wakeAt: null, ...solution });
      const started = { type: 'STARTED', at: county('2020-02-14 09:40') };
      expect([firmClock(task!)!.history, more]).toEqual([[started, end], []]);
    },
  );

  it('has its own task beside that of a member, which was cancelled for it and stays as it is', async () => {
    const commonIssueId = uuidv7();
    const [cancelledAt, cancelledBecause] = [county('2020-02-14 09:40'), 'COMMON_ISSUE'] as const;
    const clocks = aTask().clocks.map((one) => end(one, 'CANCELLED', cancelledAt, noCalendar));
    const member = {
      status: 'CANCELLED',
      cancelledAt,
      cancelledBecause,
      commonIssueId,
      clocks,
      nextDueAt: null,
    } as const;
    const { id } = await putTask(booted.service.db, member);
    await intake.say(dispatched(commonIssueId), 1);
    await intake.say(settled(commonIssueId, county('2020-02-14 10:00')), 2);
    await untilHeard();
    await putTask(booted.service.db, member);
    const own = (await ofCommonIssue(commonIssueId, 'id status', commander)) as { id: string };
    expect(own).toEqual({ id: expect.not.stringContaining(id), status: 'SOLUTION_PROPOSED' });
    expect((await tasksOf(commonIssueId)).find((task) => task.id === id)?.status).toBe('CANCELLED');
  });

  it('has one task when ten processes hear of it at once', async () => {
    const told = aCommonDispatch({ commonIssueId: uuidv7() });
    const { app, db } = booted.service;
    const opening = () => db.transaction((tx) => app.get(CommonTaskService).open(tx, told));
    const outcomes = await Promise.allSettled(Array.from({ length: 10 }, opening));
    expect(outcomes.some(({ status }) => status === 'fulfilled')).toBe(true);
    expect(await tasksOf(told.commonIssueId)).toHaveLength(1);
    expect(await said(told.commonIssueId)).toEqual(['taskforce.common-task.opened.v1']);
  });

  it('is solved by its guidance, and its task is closed when all its issues are written off', async () => {
    const commonIssueId = uuidv7();
    const at = county('2020-02-14 10:00');
    await intake.say(dispatched(commonIssueId), 1);
    await intake.say(settled(commonIssueId, at), 2, 3);
    await untilHeard();
    const [task] = await tasksOf(commonIssueId);
    const { guidanceId, guidanceVersion, settledBy: proposedBy } = guidance;
    const told = { guidanceId, guidanceVersion, proposedBy, proposedAt: at, batchId: null };
    expect(task).toMatchObject({ ...told, status: 'SOLUTION_PROPOSED', nextDueAt: null });
    clock.set(county('2020-02-16 10:00'));
    const closed = commonIssueClosed({ commonIssueId, ...common, closedAt: county('2020-02-16 10:00').toISOString() });
    await intake.say(closed, 3, 3);
    await untilHeard();
    const end = { status: 'CLOSED', closedAt: county('2020-02-16 10:00'), closedBecause: 'WRITTEN_OFF' };
    expect(await tasksOf(commonIssueId)).toEqual([{ ...task, ...end, deadlineAt: task!.acceptDueAt }]);
    expect(await said(commonIssueId)).toEqual(['taskforce.common-task.opened.v1', 'taskforce.common-task.solved.v1']);
  });

  it('without a task is settled and closed without a word', async () => {
    const commonIssueId = uuidv7();
    await intake.say(settled(commonIssueId, county('2020-02-14 10:00')), 1);
    await untilHeard();
    expect([await tasksOf(commonIssueId), await said(commonIssueId)]).toEqual([[], []]);
  });
});

describe('the task of a common issue', () => {
  it('is urged as any other, by itself', async () => {
    clock.set(county('2020-02-15 10:00:00.001'));
    const task = await putCommonTask(booted.service.db, { acceptedAt: county('2020-02-14 10:00') });
    await booted.service.app.get(UrgeOverdue).run();
    await booted.service.app.get(UrgeOverdue).run();
    const asked = `{ task(id: "${task.id}") { overdue urgingNotices { clock dueAt } } }`;
    expect((await booted.ask(asked, {}, testingLead)).data).toEqual({
      task: { overdue: true, urgingNotices: [{ clock: 'SOLUTION', dueAt: '2020-02-15T02:00:00.000Z' }] },
    });
    const [breached, urged, ...more] = (await announced(booted.service.db)).filter(
      ({ data }) => data['commonIssueId'] === task.commonIssueId,
    );
    const about = { taskId: task.id, commonIssueId: task.commonIssueId, domain: 'TESTING', taskForce: 'TESTING' };
    const missed = { ...about, clock: 'SOLUTION', dueAt: '2020-02-15T02:00:00.000Z' };
    const when = '2020-02-15T02:00:00.001Z';
    expect(breached).toEqual({ type: 'taskforce.common-task.breached.v1', data: { ...missed, noticedAt: when } });
    expect(urged).toMatchObject({
      type: 'taskforce.common-task.urged.v1',
      data: { ...missed, number: expect.stringMatching(/^催20200215-\d{4}$/), ordinal: 1, issuedAt: when },
    });
    expect(more).toEqual([]);
  });

  it("stands on the board of its task force, and on nobody else's", async () => {
    const task = await putCommonTask(booted.service.db, { dispatchedAt: county('2020-02-20 10:00') });
    const board = async (asker: Asker) => {
      const { data } = await booted.ask<{ tasks: { nodes: { id: string }[] } }>(
        '{ tasks(first: 1) { nodes { id } } }',
        {},
        asker,
      );
      return data!.tasks.nodes.map(({ id }) => id);
    };
    const ofTown: Asker = { sub: 'd', roles: ['DEPARTMENT'], town: '330226118' };
    expect([await board(testingLead), await board(commander), await board(labourLead), await board(ofTown)]).toEqual([
      [task.id],
      [task.id],
      [],
      [],
    ]);
  });
});
