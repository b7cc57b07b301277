import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NatsConnection } from '@nats-io/transport-node';
import type { Domain } from '@qifutong/contracts/fields';
import { domains } from '@qifutong/contracts/fields';
import { issueReopened } from '@qifutong/contracts/intake/issue-reopened';
import { issueWrittenOff } from '@qifutong/contracts/intake/issue-written-off';
import { connectNats } from '@qifutong/messaging/connection';
import { boot, type Booted } from '@qifutong/testkit/boot';
import { fixedClock } from '@qifutong/testkit/clock';
import { v7 as uuidv7 } from 'uuid';
import { county, elapsed } from './builders.ts';
import { dispatchOf, IntakeStream, putTask, tasksOf, withoutJobs } from './world.ts';

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

describe('a dispatched issue', () => {
  it('becomes one task, though its event is delivered five times and replayed afterwards', async () => {
    const issueId = uuidv7();
    await intake.say(dispatchOf({ issueId }), 1, 5);
    await intake.allHeard();
    const [task, ...more] = await tasksOf(booted, issueId);
    expect(more).toEqual([]);
    await booted.schema.db.source.query('delete from inbox where aggregate_id = $1', [issueId]);
    await intake.say(dispatchOf({ issueId, dispatchedAt: county('2020-02-14 09:45') }), 1);
    await intake.allHeard();
    expect(await tasksOf(booted, issueId)).toEqual([task]);
    expect([task!.status, task!.taskForceCode, task!.nextDueAt]).toEqual([
      'DISPATCHED',
      'TESTING',
      county('2020-02-14 11:30'),
    ]);
  });

  it.each(domains.map((domain) => [domain, domain === 'MARKET' || domain === 'OTHER' ? 'COORDINATION' : domain]))(
    'about %s goes to %s',
    async (domain, taskForceCode) => {
      const issueId = uuidv7();
      await intake.say(dispatchOf({ issueId, domain: domain as Domain }), 1);
      await intake.allHeard();
      expect(await tasksOf(booted, issueId)).toEqual([
        expect.objectContaining({ taskForceCode, solveWithin: elapsed('PT24H'), policyVersion: 1 }),
      ]);
    },
  );

  it('that is urgent is to be accepted within 30 minutes and solved within 8 hours', async () => {
    const issueId = uuidv7();
    await intake.say(dispatchOf({ issueId, urgency: 'URGENT' }), 1);
    await intake.allHeard();
    expect(await tasksOf(booted, issueId)).toEqual([
      expect.objectContaining({ nextDueAt: county('2020-02-14 10:00'), solveWithin: elapsed('PT8H') }),
    ]);
  });
});

/** What a solved task is when its issue is at its end: it stands by the deadline that it had. */
const over = { status: 'CLOSED', closedAt: county('2020-02-15 09:00'), deadlineAt: county('2020-02-15 10:00') };

describe('an issue', () => {
  const callbackId = '019c5a00-0000-7000-8000-00000000000c';
  const solved = { acceptedAt: county('2020-02-14 10:00'), proposedAt: county('2020-02-14 16:00') };
  const number = '20200214-0042';

  it('that is written off closes its task, however often it is told', async () => {
    const task = await putTask(booted.service.db, solved);
    const writtenOff = {
      issueId: task.issueId,
      number,
      round: 1,
      domain: 'TESTING',
      callbackId,
      writtenOffAt: '2020-02-15T01:00:00Z',
    } as const;
    clock.set(county('2020-02-15 09:00'));
    await intake.say(issueWrittenOff(writtenOff), 1, 5);
    await intake.allHeard();
    clock.set(county('2020-02-15 11:00'));
    await booted.schema.db.source.query('delete from inbox where aggregate_id = $1', [task.issueId]);
    await intake.say(issueWrittenOff(writtenOff), 1);
    await intake.allHeard();
    const closed = { ...over, closedBecause: 'WRITTEN_OFF' };
    expect(await tasksOf(booted, task.issueId)).toEqual([{ ...task, ...closed }]);
  });

  it('that is reopened closes the old task, and its new round has a new task with new clocks', async () => {
    const task = await putTask(booted.service.db, solved);
    const { issueId } = task;
    clock.set(county('2020-02-15 09:00'));
    await intake.say(
      issueReopened({ issueId, number, round: 2, domain: 'TESTING', callbackId, reopenedAt: '2020-02-15T01:00:00Z' }),
      1,
    );
    await intake.say(dispatchOf({ issueId, round: 2, dispatchedAt: county('2020-02-15 09:05') }), 2);
    await intake.allHeard();
    const [old, next] = await tasksOf(booted, issueId);
    expect(old).toEqual({ ...task, ...over, closedBecause: 'REOPENED' });
    expect(next).toMatchObject({
      round: 2,
      status: 'DISPATCHED',
      nextDueAt: county('2020-02-15 11:05'),
      acceptedAt: null,
    });
    expect(next!.clocks).toHaveLength(1);
  });

  it('that never had a task, as one answered on the spot, is written off without a word', async () => {
    const issueId = uuidv7();
    await intake.say(
      issueWrittenOff({ issueId, number, round: 1, domain: null, callbackId, writtenOffAt: '2020-02-15T01:00:00Z' }),
      1,
    );
    await intake.allHeard();
    const setAside: unknown[] = await booted.schema.db.source.query('select from dead_letter');
    expect([await tasksOf(booted, issueId), setAside.length]).toEqual([[], 0]);
  });
});
