import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { connectNats } from '@qifutong/messaging/connection';
import { databaseClock } from '@qifutong/persistence/database';
import type { Service } from '@qifutong/platform/service';
import { boot, type Booted } from '@qifutong/testkit/boot';
import { behindTheTriggers } from '@qifutong/testkit/schema';
import { fixedClock } from '@qifutong/testkit/clock';
import { eventually } from '@qifutong/testkit/eventually';
import { UrgeOverdue } from '../src/task/urge-overdue.job.ts';
import { TaskTable } from '../src/task/task.table.ts';
import { UrgingNoticeTable } from '../src/notice/urging-notice.table.ts';
import { county, later } from './builders.ts';
import { aNotice } from './documents.ts';
import { announced, anotherInstance, IntakeStream, putTask, withoutJobs } from './world.ts';

const acceptedAt = county('2020-02-14 10:00');
const clock = fixedClock(acceptedAt);
let booted: Booted;
let instances: Service[] = [];
beforeAll(async () => {
  booted = await boot(withoutJobs, { clock });
});
beforeEach(async () => {
  clock.set(county('2020-02-15 09:30'));
  await behindTheTriggers(
    booted.schema.db.source,
    'truncate task, urging_notice, supervision, event_log, number_series, commander_on_duty',
  );
});
afterEach(async () => {
  await Promise.all(instances.map((one) => one.stop()));
  instances = [];
});
afterAll(() => booted?.stop());

const notices = () => booted.schema.db.source.manager.find(UrgingNoticeTable, { order: { number: 'ASC' } });
const missed = () => booted.schema.db.source.manager.countBy(TaskTable, { overdue: true });

async function start(count: number): Promise<void> {
  for (let i = 0; i < count; i += 1) instances.push(await anotherInstance(booted, clock));
}

/** Figures are given once what the service hears from is there. */
async function hearing(): Promise<void> {
  const connection = await connectNats(booted.nats.url, 'intake');
  await new IntakeStream(connection).open();
  await connection.close();
}

/** Every instance looks once more, all at the same time. */
async function lookAgain(): Promise<void> {
  await Promise.all(instances.map((one) => one.app.get(UrgeOverdue).run()));
}

/** How many of each event there are, by name: `task.breached`. */
async function counted(): Promise<Record<string, number>> {
  const counts = Map.groupBy(await announced(booted.service.db), ({ type }) => type);
  return Object.fromEntries(
    [...counts].map(([type, events]) => [type.split('.').slice(1, 3).join('.'), events.length]),
  );
}

describe('the warning of a deadline', () => {
  it('comes by itself at 75 % of it, 15 Feb 04:00, once, with three instances up', async () => {
    clock.set(county('2020-02-15 03:59:59.999'));
    const tasks = await Promise.all(Array.from({ length: 50 }, () => putTask(booted.service.db, { acceptedAt })));
    await start(3);
    await lookAgain();
    expect(await counted()).toEqual({});

    clock.advance(1);
    await eventually(counted, (counts) => counts['task.warned'] === tasks.length);
    await lookAgain();
    expect(await counted()).toEqual({ 'task.warned': 50 });
    expect(await notices()).toEqual([]);
  });
});

describe('the notice for a missed deadline', () => {
  it('comes by itself one millisecond after it, once, with three instances up', async () => {
    const tasks = await Promise.all(Array.from({ length: 250 }, () => putTask(booted.service.db, { acceptedAt })));
    await start(3);
    clock.set(county('2020-02-15 10:00'));
    await lookAgain();
    expect(await notices()).toEqual([]);

    clock.advance(1);
    await eventually(notices, (found) => found.length >= tasks.length);
    await lookAgain();
    const issued = await notices();
    expect(issued.map(({ number }) => number)).toEqual(
      tasks.map((_, i) => `催20200215-${String(i + 1).padStart(4, '0')}`),
    );
    expect(new Set(issued.map(({ taskId }) => taskId))).toEqual(new Set(tasks.map(({ id }) => id)));
    expect(await missed()).toBe(250);
    expect(await counted()).toEqual({ 'task.warned': 250, 'task.breached': 250, 'urging.issued': 250 });
  });

  it('whose deadline passed while all were down is issued on start-up, once: breached at 10:00, noticed at 12:00', async () => {
    const { id, issueId } = await putTask(booted.service.db, { acceptedAt });
    clock.set(county('2020-02-15 12:00'));
    await start(3);
    const issued = await eventually(notices, (found) => found.length > 0);
    await lookAgain();
    const [due, noticed] = ['2020-02-15T02:00:00.000Z', '2020-02-15T04:00:00.000Z'];
    const [notice] = issued;
    const first = aNotice({ id: notice!.id, taskId: id, dueAt: new Date(due), issuedAt: new Date(noticed) });
    expect(await notices()).toEqual([first]);
    const about = { taskId: id, issueId, domain: 'TESTING', taskForce: 'TESTING', clock: 'SOLUTION', dueAt: due };
    expect(await announced(booted.service.db)).toEqual([
      { type: 'taskforce.task.breached.v1', data: { ...about, round: 1, noticedAt: noticed } },
      {
        type: 'taskforce.urging.issued.v1',
        data: { ...about, urgingNoticeId: notice!.id, number: first.number, ordinal: 1, issuedAt: noticed },
      },
    ]);
  });

  it('is also issued when nobody accepts, and again when the solution that it set running is missed', async () => {
    await putTask(booted.service.db, { dispatchedAt: county('2020-02-15 08:00') });
    await start(3);
    clock.set(county('2020-02-15 10:00:00.001'));
    await eventually(notices, (found) => found.length === 1);
    clock.set(county('2020-02-16 10:00:00.001'));
    await eventually(notices, (found) => found.length === 3);
    await lookAgain();
    expect((await notices()).map((one) => [one.number, one.clock, one.ordinal, one.dueAt])).toEqual([
      ['催20200215-0001', 'ACCEPTANCE', 1, county('2020-02-15 10:00')],
      ['催20200216-0001', 'ACCEPTANCE', 2, county('2020-02-15 10:00')],
      ['催20200216-0002', 'SOLUTION', 1, county('2020-02-16 10:00')],
    ]);
  });

  it('comes within five seconds by the real clock of the database, too: there is no breach noticed an hour late, and nobody told', async () => {
    instances.push(await anotherInstance(booted, databaseClock));
    const almostDue = later(await databaseClock.now(booted.schema.db.source.manager), 500 - 7_200_000);
    await putTask(booted.service.db, { dispatchedAt: almostDue });
    const [notice] = await eventually(notices, (found) => found.length > 0);
    expect(notice!.dueAt).toEqual(later(almostDue, 7_200_000));
    expect(notice!.issuedAt.getTime() - notice!.dueAt!.getTime()).toBeLessThan(5_000);
  });

  it('is not held up by a task that somebody else has in hand', async () => {
    const [held, free] = [
      await putTask(booted.service.db, { acceptedAt }),
      await putTask(booted.service.db, { acceptedAt }),
    ];
    clock.set(county('2020-02-15 10:00:00.001'));
    await booted.service.db.transaction(async (tx) => {
      await tx.manager.query('select from task where id = $1 for update', [held.id]);
      await start(1);
      const found = await eventually(notices, (some) => some.length > 0);
      expect(found.map(({ taskId }) => taskId)).toEqual([free.id]);
    });
    await eventually(notices, (found) => found.length === 2);
  });
});

describe('the figure of due clocks', () => {
  it('counts the tasks of which something is due that was not noticed yet', async () => {
    await hearing();
    await putTask(booted.service.db, { acceptedAt });
    await booted.service.app.get(UrgeOverdue).run();
    const figure = async () =>
      /^qft_clocks_due\{.*\} (\d+)$/m.exec((await booted.service.app.inject('/metrics')).body)?.[1];
    clock.set(county('2020-02-15 10:00'));
    await eventually(figure, (now) => now === '0');
    clock.advance(1);
    expect(await figure()).toBe('1');
    await start(1);
    await eventually(figure, (now) => now === '0');
  });
});

describe('who looks for due clocks', () => {
  it.each([
    ['when the next warning is due', '2020-02-15 03:59:59', 1_000],
    ['one millisecond after the next deadline, warned of just now', '2020-02-15 09:59:59', 1_001],
    ['when the next notice is due', '2020-02-15 10:00:00.001', 43_200_000],
  ])('is told when it is worth another look, by the clock of the database: %s', async (_, now, ms) => {
    await putTask(booted.service.db, { acceptedAt });
    clock.set(county(now));
    expect(await booted.service.app.get(UrgeOverdue).run()).toBe(ms);
  });

  it('is told nothing while no clock runs', async () => {
    expect(await booted.service.app.get(UrgeOverdue).run()).toBeNull();
  });
});
