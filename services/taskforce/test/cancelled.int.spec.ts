import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NatsConnection } from '@nats-io/transport-node';
import { issueLinked } from '@qifutong/contracts/intake/issue-linked';
import { issueMerged } from '@qifutong/contracts/intake/issue-merged';
import { issueReadmitted } from '@qifutong/contracts/intake/issue-readmitted';
import { issueRejected } from '@qifutong/contracts/intake/issue-rejected';
import { issueSettled } from '@qifutong/contracts/intake/issue-settled';
import { issueUnlinked } from '@qifutong/contracts/intake/issue-unlinked';
import { issueUnsettled } from '@qifutong/contracts/intake/issue-unsettled';
import { connectNats } from '@qifutong/messaging/connection';
import { boot, type Booted } from '@qifutong/testkit/boot';
import { fixedClock } from '@qifutong/testkit/clock';
import { v7 as uuidv7 } from 'uuid';
import { instantOf } from '../src/clock/domain/clock.ts';
import { firmClock } from '../src/task/domain/task.ts';
import { IssueTaskService } from '../src/task/issue-task.service.ts';
import { UrgeOverdue } from '../src/task/urge-overdue.job.ts';
import { lifeOf } from './asking.ts';
import { aDispatch, county, later } from './builders.ts';
import {
  announced,
  commander,
  dispatchOf,
  IntakeStream,
  putTask,
  saidOf,
  tasksOf,
  testingLead,
  withoutJobs,
} from './world.ts';

const clock = fixedClock(county('2020-02-14 10:00'));
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

const commonIssueId = '019c5a00-0000-7000-8000-000000000003';
const guidance = { guidanceId: '019c5a00-0000-7000-8000-000000000004', guidanceVersion: 1 };
const batchId = '019c5a00-0000-7000-8000-000000000005';
const about = (issueId: string) => ({ issueId, number: '20200214-0042', round: 1, domain: 'TESTING' }) as const;
const at = county('2020-02-14 11:00');

async function untilHeard(): Promise<void> {
  await intake.allHeard();
  const setAside: unknown[] = await booted.schema.db.source.query('select from dead_letter');
  expect(setAside).toEqual([]);
}

/** As after a loss of the inbox: nothing is known of what was heard of that issue. */
function forget(issueId: string): Promise<unknown> {
  return booted.schema.db.source.query('delete from inbox where aggregate_id = $1', [issueId]);
}

describe('an issue with an open task', () => {
  it.each([
    [
      'merged',
      'MERGED',
      null,
      (id: string) => issueMerged({ ...about(id), intoIssueId: batchId, mergedAt: at.toISOString() }),
    ],
    [
      'linked',
      'COMMON_ISSUE',
      commonIssueId,
      (id: string) => issueLinked({ ...about(id), commonIssueId, linkedAt: at.toISOString() }),
    ],
    [
      'rejected',
      'WITHDRAWN',
      null,
      (id: string) => issueRejected({ ...about(id), reason: 'WITHDRAWN_BY_FIRM', rejectedAt: at.toISOString() }),
    ],
  ])(
    'that is %s has it cancelled, once, however often and late that is told',
    async (_, cancelledBecause, common, telling) => {
      clock.set(county('2020-02-14 15:00'));
      const task = await putTask(booted.service.db);
      await intake.say(telling(task.issueId), 1, 5);
      await untilHeard();
      await forget(task.issueId);
      await intake.say(telling(task.issueId), 1);
      await untilHeard();
      const [clockOf] = task.clocks;
      const clocks = [{ ...clockOf, history: [...clockOf!.history, { type: 'CANCELLED', at }] }];
      const cancelled = { status: 'CANCELLED', cancelledAt: at, cancelledBecause, commonIssueId: common };
      expect(await tasksOf(booted, task.issueId)).toEqual([
        { ...task, ...cancelled, clocks, nextDueAt: null, wakeAt: null, version: 1 },
      ]);
      expect(await saidOf(booted, task.issueId)).toEqual(['task.cancelled']);
    },
  );

  it('that is linked, taken out and dispatched anew in the same round has a new task; that was not accepted has a new clock', async () => {
    clock.set(county('2020-02-14 10:00'));
    const issueId = uuidv7();
    const again = county('2020-02-14 12:00');
    const linked = issueLinked({ ...about(issueId), commonIssueId, linkedAt: at.toISOString() });
    await intake.say(dispatchOf({ issueId }), 1);
    await intake.say(linked, 2);
    await intake.say(issueUnlinked({ ...about(issueId), commonIssueId, unlinkedAt: again.toISOString() }), 3);
    await intake.say(dispatchOf({ issueId, dispatchedAt: again }), 4);
    await untilHeard();
    const [old, next, ...more] = await tasksOf(booted, issueId);
    expect([old?.status, next?.status, more]).toEqual(['CANCELLED', 'DISPATCHED', []]);
    const goesOn = { predecessorId: old!.id, firstDispatchedAt: again };
    expect(next).toMatchObject({ round: 1, nextDueAt: county('2020-02-14 14:00'), commonIssueId: null, ...goesOn });

    await forget(issueId);
    await intake.say(dispatchOf({ issueId }), 1, 2);
    await intake.say(linked, 2);
    await untilHeard();
    expect(await tasksOf(booted, issueId)).toEqual([old, next]);
    expect(await saidOf(booted, issueId)).toEqual(['task.opened', 'task.cancelled', 'task.opened']);
  });

  describe('and a firm that was promised a solution by 15 Feb 10:00', () => {
    const due = county('2020-02-15 10:00');
    const look = () => booted.service.app.get(UrgeOverdue).run();

    /** Accepted at 10:00, taken into a common issue at 11:00. */
    async function putMember() {
      clock.set(county('2020-02-14 10:30'));
      const put = await putTask(booted.service.db, { acceptedAt: county('2020-02-14 10:00') });
      await intake.say(issueLinked({ ...about(put.issueId), commonIssueId, linkedAt: at.toISOString() }), 1);
      await untilHeard();
      return put;
    }

    async function seen(issueId: string) {
      const tasks = await tasksOf(booted, issueId);
      const firm = tasks.map(firmClock).findLast((one) => one !== undefined)!;
      const told = (await announced(booted.service.db)).filter(({ data }) => data['issueId'] === issueId);
      const breaches = told.filter(({ type }) => type.includes('breached')).map(({ data }) => data['dueAt']);
      return { firm, breaches, status: tasks.map(({ status }) => status) };
    }

    it('keeps it through being linked, taken out and dispatched anew, in one new task, whoever hears of it how often', async () => {
      const { issueId } = await putMember();
      const told = aDispatch({ issueId, dispatchedAt: county('2020-02-14 12:00') });
      const { app, db } = booted.service;
      const opening = () => db.transaction((tx) => app.get(IssueTaskService).open(tx, told));
      await Promise.all(Array.from({ length: 10 }, opening));
      await opening();
      const { firm, status } = await seen(issueId);
      expect(status).toEqual(['CANCELLED', 'DISPATCHED']);
      expect([firm.kind, instantOf(firm, 'STARTED'), firm.dueAt]).toEqual(['FIRM', county('2020-02-14 10:00'), due]);
      const opened = (await announced(db)).findLast(({ data }) => data['issueId'] === issueId)!;
      expect(opened.data).toMatchObject({
        firmDueAt: due.toISOString(),
        predecessorId: (await tasksOf(booted, issueId))[0]!.id,
      });
      // linked once more: replays of the dispatch open nothing
      await db.transaction((tx) =>
        app.get(IssueTaskService).cancel(tx, {
          ...{ issueId, lastRound: 1, because: 'COMMON_ISSUE', commonIssueId, at: county('2020-02-14 13:00') },
        }),
      );
      await opening();
      expect((await seen(issueId)).status).toEqual(['CANCELLED', 'CANCELLED']);
    });

    it('has been failed 1 ms later, once, at the true time, and nobody is urged for it but with the common issue', async () => {
      const { issueId, id } = await putMember();
      clock.set(due);
      await look();
      expect((await seen(issueId)).breaches).toEqual([]);
      clock.advance(1);
      await Promise.all([look(), look()]);
      expect((await seen(issueId)).breaches).toEqual([due.toISOString()]);
      const { data } = await booted.ask(`{ task(id: "${id}") { overdue urgingNotices { number } } }`, {}, commander);
      expect(data).toEqual({ task: { overdue: false, urgingNotices: [] } });
    });

    it('has fallen away too where the task had been passed on before anybody heard that it was linked and merged', async () => {
      clock.set(county('2020-02-14 10:00'));
      const { id, issueId } = await putTask(booted.service.db);
      const life = lifeOf(booted);
      await life.accept(id);
      clock.set(county('2020-02-14 12:30'));
      await life.transfer(id, 'LABOUR');
      const leftAt = county('2020-02-14 12:00').toISOString();
      await intake.say(issueLinked({ ...about(issueId), commonIssueId, linkedAt: at.toISOString() }), 1);
      await intake.say(issueMerged({ ...about(issueId), intoIssueId: batchId, mergedAt: leftAt }), 2);
      await intake.say(dispatchOf({ issueId, dispatchedAt: county('2020-02-14 12:45') }), 3);
      await untilHeard();
      const [first, second, third] = await tasksOf(booted, issueId);
      expect([first?.status, second?.status, third?.status]).toEqual(['TRANSFERRED', 'CANCELLED', 'DISPATCHED']);
      expect([firmClock(second!)?.history.at(-1)?.type, third!.clocks.map(({ kind }) => kind)]).toEqual([
        'CANCELLED',
        ['ACCEPTANCE'],
      ]);
    });

    it.each([
      ['1 ms before its deadline, which is heard', later(due, -1)],
      ['1 ms after its deadline, which is noticed', later(due, 1)],
    ])(
      'has been failed when the member is taken out %s an hour later: whoever has it now is urged at once',
      async (_, dispatchedAt) => {
        const { issueId } = await putMember();
        clock.set(later(due, 3_600_000));
        await intake.say(dispatchOf({ issueId, dispatchedAt }), 2, 2);
        await untilHeard();
        expect((await seen(issueId)).breaches).toEqual([due.toISOString()]);
        const { id } = (await tasksOf(booted, issueId)).at(-1)!;
        const asked = `{ task(id: "${id}") { status overdue urgingNotices { clock ordinal dueAt } } }`;
        const urgingNotices = [{ clock: 'FIRM', ordinal: 1, dueAt: due.toISOString() }];
        const { data } = await booted.ask(asked, {}, commander);
        expect(data).toEqual({ task: { status: 'DISPATCHED', overdue: true, urgingNotices } });
      },
    );

    const settledAt = (issueId: string, instant: Date) =>
      issueSettled({ ...about(issueId), ...guidance, batchId, settledAt: instant.toISOString() });
    it.each([
      ['settled in time', (id: string) => settledAt(id, due), 'MET', []],
      ['settled too late', (id: string) => settledAt(id, later(due, 1)), 'BREACHED', [due.toISOString()]],
      [
        'merged too late',
        (id: string) => issueMerged({ ...about(id), intoIssueId: batchId, mergedAt: later(due, 1).toISOString() }),
        'BREACHED',
        [due.toISOString()],
      ],
      [
        'merged before',
        (id: string) => issueMerged({ ...about(id), intoIssueId: batchId, mergedAt: due.toISOString() }),
        'CANCELLED',
        [],
      ],
    ] as const)(
      'is judged by it when the member is %s, though nobody looked until then',
      async (_, telling, end, breaches) => {
        const { issueId } = await putMember();
        clock.set(county('2020-02-15 12:00'));
        await intake.say(telling(issueId), 2, 3);
        await untilHeard();
        const after = await seen(issueId);
        expect([after.firm.history.at(-1)!.type, after.breaches]).toEqual([end, breaches]);
      },
    );

    it.each([
      ['MERGED', 'in time', county('2020-02-14 12:00'), []],
      ['MERGED', 'when it had been missed', county('2020-02-15 12:00'), [due.toISOString()]],
      ['REJECTED', 'in time', county('2020-02-14 12:00'), []],
    ] as const)(
      'has fallen away when the member was %s %s, and is taken back',
      async (formerStatus, _, gone, breaches) => {
        const { issueId } = await putMember();
        const again = county('2020-02-16 09:00');
        clock.set(again);
        const [leftAt, back] = [gone.toISOString(), { ...about(issueId), formerStatus, status: 'REGISTERED' } as const];
        await intake.say(issueUnlinked({ ...about(issueId), commonIssueId, unlinkedAt: leftAt }), 2);
        await intake.say(
          formerStatus === 'MERGED'
            ? issueMerged({ ...about(issueId), intoIssueId: batchId, mergedAt: leftAt })
            : issueRejected({ ...about(issueId), reason: 'WITHDRAWN_BY_FIRM', rejectedAt: leftAt }),
          3,
        );
        await intake.say(issueReadmitted({ ...back, readmittedAt: again.toISOString() }), 4);
        await intake.say(dispatchOf({ issueId, dispatchedAt: again }), 5, 2);
        await untilHeard();
        const after = await seen(issueId);
        expect([after.status, after.breaches]).toEqual([['CANCELLED', 'DISPATCHED'], breaches]);
        const next = (await tasksOf(booted, issueId)).at(-1)!;
        expect([next.clocks.map(({ kind }) => kind), next.predecessorId, next.overdue]).toEqual([
          ['ACCEPTANCE'],
          null,
          false,
        ]);
      },
    );

    it('is judged anew when the batch that had settled the member in time is reverted', async () => {
      const { issueId } = await putMember();
      clock.set(county('2020-02-15 12:00'));
      await intake.say(settledAt(issueId, due), 2);
      const back = {
        ...about(issueId),
        batchId,
        status: 'DISPATCHED',
        unsettledAt: later(due, 60_000).toISOString(),
      } as const;
      await intake.say(issueUnsettled(back), 3);
      await untilHeard();
      expect((await seen(issueId)).breaches).toEqual([due.toISOString()]);
    });
  });

  it('that is dispatched anew has one new task when ten processes hear of it at once', async () => {
    const task = await putTask(booted.service.db);
    const { app, db } = booted.service;
    const { issueId } = task;
    const gone = { issueId, lastRound: 1, because: 'MERGED', commonIssueId: null, at } as const;
    await db.transaction((tx) => app.get(IssueTaskService).cancel(tx, gone));
    const told = aDispatch({ issueId, dispatchedAt: county('2020-02-14 12:00') });
    const opening = () => db.transaction((tx) => app.get(IssueTaskService).open(tx, told));
    await Promise.allSettled(Array.from({ length: 10 }, opening));
    expect((await tasksOf(booted, issueId)).map(({ status }) => status)).toEqual(['CANCELLED', 'DISPATCHED']);
    expect(await saidOf(booted, issueId)).toEqual(['task.cancelled', 'task.opened']);
  });

  it('that is merged and un-merged may be dispatched anew', async () => {
    const issueId = uuidv7();
    const again = county('2020-02-14 13:00');
    const back = { ...about(issueId), formerStatus: 'MERGED', status: 'REGISTERED' } as const;
    await intake.say(dispatchOf({ issueId }), 1);
    await intake.say(issueMerged({ ...about(issueId), intoIssueId: batchId, mergedAt: at.toISOString() }), 2);
    await untilHeard();
    await forget(issueId);
    await intake.say(dispatchOf({ issueId }), 1);
    await intake.say(issueMerged({ ...about(issueId), intoIssueId: batchId, mergedAt: at.toISOString() }), 2);
    await untilHeard();
    expect((await tasksOf(booted, issueId)).map(({ status }) => status)).toEqual(['CANCELLED']);
    await intake.say(issueReadmitted({ ...back, readmittedAt: again.toISOString() }), 3);
    await intake.say(dispatchOf({ issueId, dispatchedAt: again }), 4);
    await untilHeard();
    expect((await tasksOf(booted, issueId)).map(({ status }) => status)).toEqual(['CANCELLED', 'DISPATCHED']);
  });

  it('keeps the breach that was there, and its notice, when it is cancelled', async () => {
    clock.set(county('2020-02-14 12:00'));
    const task = await putTask(booted.service.db);
    const merged = { ...about(task.issueId), intoIssueId: batchId, mergedAt: county('2020-02-14 11:59').toISOString() };
    await intake.say(issueMerged(merged), 1);
    await untilHeard();
    expect(await saidOf(booted, task.issueId)).toEqual(['task.breached', 'task.cancelled', 'urging.issued']);
    const asked = `{ task(id: "${task.id}") { status cancelledBecause cancelledAt commonIssue { id } overdue dueAt
      clocks { kind metAt breachedAt cancelledAt } urgingNotices { clock } } }`;
    const { data } = await booted.ask<{ task: object }>(asked, {}, testingLead);
    const breachedAt = '2020-02-14T03:30:00.000Z';
    expect(data!.task).toEqual({
      status: 'CANCELLED',
      cancelledBecause: 'MERGED',
      cancelledAt: '2020-02-14T03:59:00.000Z',
      commonIssue: null,
      overdue: false,
      dueAt: null,
      clocks: [
        { kind: 'ACCEPTANCE', metAt: null, breachedAt, cancelledAt: null },
        { kind: 'SOLUTION', metAt: null, breachedAt: null, cancelledAt: '2020-02-14T03:59:00.000Z' },
      ],
      urgingNotices: [{ clock: 'ACCEPTANCE' }],
    });
  });

  it('names the common issue that took it in, and can no longer be accepted', async () => {
    clock.set(at);
    const task = await putTask(booted.service.db);
    await intake.say(issueLinked({ ...about(task.issueId), commonIssueId, linkedAt: at.toISOString() }), 1);
    await untilHeard();
    const { data } = await booted.ask(
      `{ task(id: "${task.id}") { issue { id } commonIssue { id } cancelledBecause } }`,
      {},
      commander,
    );
    expect(data).toEqual({
      task: { issue: { id: task.issueId }, commonIssue: { id: commonIssueId }, cancelledBecause: 'COMMON_ISSUE' },
    });
    const accept = `mutation { acceptTask(input: { taskId: "${task.id}" }) { ... on TaskRejection { code message } } }`;
    expect((await booted.ask(accept, {}, testingLead)).data).toEqual({
      acceptTask: {
        code: 'TASK_STATUS_FORBIDS_MOVE',
        message: '问题 20200214-0042 的任务处于 CANCELLED 状态,不能执行 accept',
      },
    });
  });

  it('without a task goes its way without a word', async () => {
    const issueId = uuidv7();
    await intake.say(issueLinked({ ...about(issueId), commonIssueId, linkedAt: at.toISOString() }), 1);
    await intake.say(issueSettled({ ...about(issueId), ...guidance, batchId, settledAt: at.toISOString() }), 2);
    await intake.say(
      issueUnsettled({ ...about(issueId), batchId, status: 'DISPATCHED', unsettledAt: at.toISOString() }),
      3,
    );
    await untilHeard();
    expect([await tasksOf(booted, issueId), await saidOf(booted, issueId)]).toEqual([[], []]);
  });
});
