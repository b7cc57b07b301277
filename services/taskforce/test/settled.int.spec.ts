import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NatsConnection } from '@nats-io/transport-node';
import { issueSettled } from '@qifutong/contracts/intake/issue-settled';
import { issueUnsettled } from '@qifutong/contracts/intake/issue-unsettled';
import { connectNats } from '@qifutong/messaging/connection';
import { boot, type Booted } from '@qifutong/testkit/boot';
import { fixedClock } from '@qifutong/testkit/clock';
import { v7 as uuidv7 } from 'uuid';
import { UrgeOverdue } from '../src/task/urge-overdue.job.ts';
import { county } from './builders.ts';
import { commander, IntakeStream, putTask, saidOf, tasksOf, withoutJobs } from './world.ts';

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

const guidance = { guidanceId: '019c5a00-0000-7000-8000-000000000004', guidanceVersion: 1 };
const batchId = '019c5a00-0000-7000-8000-000000000005';
const about = (issueId: string) => ({ issueId, number: '20200214-0042', round: 1, domain: 'TESTING' }) as const;

async function untilHeard(): Promise<void> {
  await intake.allHeard();
  const setAside: unknown[] = await booted.schema.db.source.query('select from dead_letter');
  expect(setAside).toEqual([]);
}

describe('a batch that settles an issue with an open task', () => {
  const acceptedAt = county('2020-02-14 10:00');
  const settledAt = county('2020-02-14 20:00').toISOString();

  it('is its solution; once it is reverted the clock runs on as if it had never stopped', async () => {
    const task = await putTask(booted.service.db, { acceptedAt });
    const settled = issueSettled({ ...about(task.issueId), ...guidance, batchId, settledAt });
    clock.set(county('2020-02-14 20:00'));
    await intake.say(settled, 1, 3);
    await untilHeard();
    const asked = `{ task(id: "${task.id}") { status dueAt guidance { id } solution { text } clocks { kind metAt } } }`;
    const clocks = [
      { kind: 'ACCEPTANCE', metAt: '2020-02-14T02:00:00.000Z' },
      { kind: 'SOLUTION', metAt: settledAt },
    ];
    expect((await booted.ask(asked, {}, commander)).data).toEqual({
      task: { status: 'SOLUTION_PROPOSED', dueAt: null, guidance: { id: guidance.guidanceId }, solution: null, clocks },
    });

    const unsettled = { ...about(task.issueId), status: 'IN_PROGRESS', unsettledAt: '2020-02-14T14:00:00Z' } as const;
    clock.set(county('2020-02-14 22:00'));
    await intake.say(issueUnsettled({ ...unsettled, batchId: uuidv7() }), 2);
    await untilHeard();
    expect(await saidOf(booted, task.issueId)).toEqual(['task.settled']);
    await intake.say(issueUnsettled({ ...unsettled, batchId }), 3, 3);
    await untilHeard();
    expect((await booted.ask(asked, {}, commander)).data).toEqual({
      task: {
        status: 'ACCEPTED',
        dueAt: '2020-02-15T02:00:00.000Z',
        guidance: null,
        solution: null,
        clocks: [clocks[0], { kind: 'SOLUTION', metAt: null }],
      },
    });
    expect(await saidOf(booted, task.issueId)).toEqual(['task.settled', 'task.unsettled']);
  });

  it.each([
    ['before it was heard', true],
    ['only afterwards', false],
  ])(
    'in time is counted as solved in time, though the service was down then and looked at the deadline %s',
    async (_, first) => {
      const look = () => booted.service.app.get(UrgeOverdue).run();
      const back = county('2020-02-15 12:00');
      clock.set(back);
      const townCode = first ? '330226111' : '330226112';
      const task = await putTask(booted.service.db, { acceptedAt, townCode });
      if (first) await look();
      const inTime = county('2020-02-15 09:45').toISOString();
      await intake.say(issueSettled({ ...about(task.issueId), ...guidance, batchId, settledAt: inTime }), 1);
      await untilHeard();
      await look();
      const asked = `{ taskFigures(from: "2020-02-14", to: "2020-02-15", by: TOWN, filter: { town: "${townCode}" }) {
      key onTimeRate { numerator n } } task(id: "${task.id}") { overdue clocks { kind metAt breachedAt } urgingNotices { ordinal } } }`;
      const clocks = [
        { kind: 'ACCEPTANCE', metAt: '2020-02-14T02:00:00.000Z', breachedAt: null },
        { kind: 'SOLUTION', metAt: inTime, breachedAt: null },
      ];
      expect((await booted.ask(asked, {}, commander)).data).toEqual({
        taskFigures: [{ key: townCode, onTimeRate: { numerator: 1, n: 1 } }],
        task: { overdue: false, clocks, urgingNotices: first ? [{ ordinal: 1 }] : [] },
      });
    },
  );

  it('leaves a task alone that has a solution of its own', async () => {
    const task = await putTask(booted.service.db, { acceptedAt, proposedAt: county('2020-02-14 16:00') });
    await intake.say(issueSettled({ ...about(task.issueId), ...guidance, batchId, settledAt }), 1);
    await intake.say(issueUnsettled({ ...about(task.issueId), batchId, status: 'SOLVED', unsettledAt: settledAt }), 2);
    await untilHeard();
    expect(await tasksOf(booted, task.issueId)).toEqual([task]);
  });
});
