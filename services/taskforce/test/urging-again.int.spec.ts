import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Service } from '@qifutong/platform/service';
import { boot, type Booted } from '@qifutong/testkit/boot';
import { behindTheTriggers } from '@qifutong/testkit/schema';
import { fixedClock } from '@qifutong/testkit/clock';
import { eventually } from '@qifutong/testkit/eventually';
import { SupervisionTable } from '../src/notice/supervision.table.ts';
import { UrgingNoticeTable } from '../src/notice/urging-notice.table.ts';
import { TaskTable } from '../src/task/task.table.ts';
import { UrgeOverdue } from '../src/task/urge-overdue.job.ts';
import { lifeOf } from './asking.ts';
import { county, later } from './builders.ts';
import { aTransferredTask } from './life-builders.ts';
import { announced, anotherInstance, putCommonTask, putTask, testingLead, withoutJobs } from './world.ts';

const HOUR = 3_600_000;
const acceptedAt = county('2020-02-14 10:00');
const due = county('2020-02-15 10:00');
const clock = fixedClock(acceptedAt);
let booted: Booted;
let instances: Service[] = [];
beforeAll(async () => {
  booted = await boot(withoutJobs, { clock });
});
beforeEach(async () => {
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

const notices = () =>
  booted.schema.db.source.manager.find(UrgingNoticeTable, { order: { issuedAt: 'ASC', number: 'ASC' } });
const supervisions = () => booted.schema.db.source.manager.find(SupervisionTable, { order: { number: 'ASC' } });

/** Looks at these instants, as often as there is something. */
async function lookAt(...instants: Date[]): Promise<void> {
  for (const at of instants) {
    clock.set(at);
    while ((await booted.service.app.get(UrgeOverdue).run()) === 0);
  }
}

const MANY = 2_000;
/** So many tasks alike. */
async function putMany(tasks: number): Promise<void> {
  await putTask(booted.service.db, { acceptedAt });
  const columns = Object.keys(TaskTable.options.columns)
    .map((name) => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`))
    .filter((name) => name !== 'id' && name !== 'issue_id')
    .join(', ');
  await booted.schema.db.source.query(
    `insert into task (id, issue_id, ${columns}) select gen_random_uuid(), gen_random_uuid(), ${columns} from task, generate_series(2, ${tasks})`,
  );
}

async function startThree(): Promise<void> {
  while (instances.length < 3) instances.push(await anotherInstance(booted, clock));
}

async function unnoticed(): Promise<number> {
  const sql = 'select count(*)::int as n from task where wake_at <= $1';
  return (
    await booted.schema.db.source.query<[{ n: number }]>(sql, [await clock.now(booted.service.db.source.manager)])
  )[0].n;
}

/** Every instance looks at these instants at the same time, and by its own schedule besides, until none finds anything. */
async function allLookAt(...instants: Date[]): Promise<void> {
  for (const at of instants) {
    clock.set(at);
    const look = () => Promise.all(instances.map((one) => one.app.get(UrgeOverdue).run()));
    while ((await look()).includes(0));
    await eventually(unnoticed, (left) => left === 0, 40_000);
  }
}

const onDuty = (fromAt: Date, sub: string) =>
  booted.schema.db.source.query(`insert into commander_on_duty values ($1, $2, $3, 'admin-1')`, [
    fromAt,
    sub,
    `${sub}甲`,
  ]);

const ACCEPT = `mutation ($id: ID!) { acceptTask(input: { taskId: $id }) { ... on Task { status } ... on TaskRejection { code } } }`;
const SOLVE = `mutation ($id: ID!) { proposeSolution(input: { taskId: $id, text: "已采样" }) { ... on Task { status } ... on TaskRejection { code } } }`;

describe('a task force that was urged', () => {
  it('is urged again every 12 hours until there is a solution; no urging is overwritten by the next', async () => {
    const { id } = await putTask(booted.service.db, { acceptedAt });
    const instants = [1, 12 * HOUR + 1, 24 * HOUR + 1].map((ms) => later(due, ms));
    await lookAt(...instants);
    const first = (await notices())[0];
    clock.set(later(due, 30 * HOUR));
    await booted.ask(SOLVE, { id }, testingLead);
    await lookAt(later(due, 36 * HOUR + 1), later(due, 400 * HOUR));
    const issued = await notices();
    expect(issued.map(({ ordinal, dueAt, issuedAt }) => [ordinal, dueAt, issuedAt])).toEqual(
      instants.map((at, i) => [i + 1, due, at]),
    );
    expect(issued[0]).toEqual(first);
  });

  it('is urged on, though the centre would suspend the task: nothing is left to stand still', async () => {
    const { id } = await putTask(booted.service.db, { acceptedAt });
    await lookAt(later(due, 1));
    const refused = await lifeOf(booted).suspend(id);
    expect(refused).toMatchObject({ code: 'SUSPENSION_TOO_LATE', field: 'taskId' });
    await lookAt(later(due, 13 * HOUR));
    expect((await notices()).map(({ ordinal }) => ordinal)).toEqual([1, 2]);
  });

  it("is urged on for the firm's deadline while its own clock stands still", async () => {
    const { id } = await putTask(booted.service.db, { acceptedAt });
    const own = { ...aTransferredTask(county('2020-02-14 13:00')), id, issueId: id, predecessorId: null, hops: 0 };
    const { version: _, ...handed } = { ...own, firstDispatchedAt: null };
    await booted.schema.db.source.manager.update(TaskTable, { id }, handed);
    await lookAt(later(due, 1));
    expect(await lifeOf(booted).suspend(id)).toMatchObject({ status: 'SUSPENDED', overdue: true, dueAt: null });
    await lookAt(later(due, 12 * HOUR + 1), later(due, 20 * HOUR));
    expect((await notices()).map(({ clock: kind, ordinal }) => [kind, ordinal])).toEqual([
      ['FIRM', 1],
      ['FIRM', 2],
    ]);
  });

  it('and the service was down for six hours is urged once for a clock: breached at 10:00, noticed at 15:30', async () => {
    await putTask(booted.service.db, { acceptedAt });
    const back = county('2020-02-15 15:30');
    await lookAt(back, back);
    expect((await notices()).map(({ dueAt, issuedAt }) => [dueAt, issuedAt])).toEqual([[due, back]]);
    const told = (await announced(booted.service.db)).map(({ type, data }) => [
      type,
      data['noticedAt'] ?? data['issuedAt'],
    ]);
    expect(told).toEqual([
      ['taskforce.task.breached.v1', back.toISOString()],
      ['taskforce.urging.issued.v1', back.toISOString()],
    ]);
  });

  it('and the service was down for days is urged once, however many notices were missed', async () => {
    await putTask(booted.service.db, { acceptedAt });
    const back = county('2020-02-20 09:00');
    await lookAt(later(due, 1), back, later(back, 12 * HOUR - 1), later(back, 12 * HOUR));
    expect((await notices()).map(({ ordinal, issuedAt }) => [ordinal, issuedAt])).toEqual([
      [1, later(due, 1)],
      [2, back],
      [3, later(back, 12 * HOUR)],
    ]);
  });

  it('whose acceptance was missed and found by its accepting is urged in that very transaction', async () => {
    const { id } = await putTask(booted.service.db);
    const late = county('2020-02-14 11:30:00.001');
    clock.set(late);
    await booted.ask(ACCEPT, { id }, testingLead);
    await lookAt(late, county('2020-02-15 11:00'));
    expect((await notices()).map(({ number, clock: kind, ordinal }) => [number, kind, ordinal])).toEqual([
      ['催20200214-0001', 'ACCEPTANCE', 1],
    ]);
    const { timesUrged, version } = await booted.schema.db.source.manager.findOneByOrFail(TaskTable, { id });
    const numbered = (await announced(booted.service.db)).filter(({ data }) => !('urgingNoticeId' in data));
    expect([timesUrged, version]).toEqual([1, numbered.length]);
  });

  it('for a common issue is urged and supervised alike', async () => {
    await putCommonTask(booted.service.db, { acceptedAt });
    await lookAt(...[1, 12 * HOUR + 1, 24 * HOUR + 1].map((ms) => later(due, ms)));
    expect((await notices()).map(({ about, ordinal }) => [about, ordinal])).toEqual(
      [1, 2, 3].map((ordinal) => ['共20200214-0003', ordinal]),
    );
    expect((await supervisions()).map(({ about }) => about)).toEqual(['共20200214-0003']);
  });
});

describe('the third notice', () => {
  const third = [1, 12 * HOUR + 1, 24 * HOUR + 1].map((ms) => later(due, ms));

  it('opens a supervision that names who commands then', async () => {
    await onDuty(county('2020-02-15 08:00'), 'commander-1');
    await onDuty(county('2020-02-16 08:00'), 'commander-2');
    await onDuty(later(third[2]!, 1), 'commander-3');
    const { id } = await putTask(booted.service.db, { acceptedAt });
    await lookAt(...third);
    const [opened, ...others] = await supervisions();
    const notice = (await notices())[2]!;
    expect(others).toEqual([]);
    expect(opened).toMatchObject({
      ...{ number: '督20200216-0001', taskId: id, taskForceCode: 'TESTING', about: '20200214-0042', version: 1 },
      ...{ urgingNoticeId: notice.id, reason: '同一期限已催办3次,仍未办结', openedBy: null, openedAt: third[2] },
      ...{ commander: 'commander-2', commanderName: 'commander-2甲' },
    });
    const { data } = (await announced(booted.service.db)).find(({ type }) => type.includes('supervision'))!;
    expect(data).toEqual({
      ...{ supervisionId: opened!.id, number: opened!.number, taskId: id, domain: 'TESTING', taskForce: 'TESTING' },
      ...{ urgingNoticeId: notice.id, commander: 'commander-2', openedAt: third[2]!.toISOString() },
    });
  });

  it('names the office while nobody is on duty', async () => {
    await putTask(booted.service.db, { acceptedAt });
    await lookAt(...third);
    expect((await supervisions()).map(({ commander, commanderName }) => [commander, commanderName])).toEqual([
      [null, '值班指挥长'],
    ]);
  });

  it('opens none while one is open; once it is lifted, every third after that does', async () => {
    await putTask(booted.service.db, { acceptedAt });
    const notice = (i: number) => later(due, i * 12 * HOUR + 1);
    await lookAt(...Array.from({ length: 6 }, (_, i) => notice(i)));
    expect(await supervisions()).toHaveLength(1);
    const { id } = (await supervisions())[0]!;
    const lifted = { liftedAt: notice(6), liftedBy: 'commander-1', conclusion: '已协调' };
    await booted.schema.db.source.manager.update(SupervisionTable, { id }, lifted);
    await lookAt(notice(6), notice(7));
    expect(await supervisions()).toHaveLength(1);
    await lookAt(notice(8));
    expect((await supervisions()).map(({ liftedAt }) => liftedAt === null)).toEqual([false, true]);
  });

  it('of the acceptance and of the solution at once opens one', async () => {
    await putTask(booted.service.db);
    const acceptDue = county('2020-02-14 11:30');
    await lookAt(
      later(acceptDue, 1),
      later(acceptDue, 60 * HOUR),
      later(acceptDue, 100 * HOUR),
      later(acceptDue, 140 * HOUR),
    );
    expect((await notices()).map(({ clock: kind, ordinal }) => `${kind} ${ordinal}`).toSorted()).toEqual(
      ['ACCEPTANCE', 'SOLUTION'].flatMap((kind) =>
        (kind === 'ACCEPTANCE' ? [1, 2, 3, 4] : [1, 2, 3]).map((n) => `${kind} ${n}`),
      ),
    );
    expect(await supervisions()).toHaveLength(1);
  });

  it('of two deadlines in the same instant opens one supervision, which names the notice for the first deadline', async () => {
    const tasks = [await putTask(booted.service.db), await putTask(booted.service.db)];
    // nobody looked before both deadlines of each had passed
    const both = county('2020-02-16 09:00');
    await lookAt(both, later(both, 12 * HOUR), later(both, 24 * HOUR));
    const third = (await notices()).filter(({ ordinal }) => ordinal === 3);
    expect(third.map(({ clock: kind, issuedAt }) => [kind, issuedAt])).toEqual(
      ['ACCEPTANCE', 'SOLUTION', 'ACCEPTANCE', 'SOLUTION'].map((kind) => [kind, later(both, 24 * HOUR)]),
    );
    const named = third.filter(({ clock: kind }) => kind === 'ACCEPTANCE');
    const opened = await supervisions();
    expect(new Set(opened.map(({ taskId }) => taskId))).toEqual(new Set(tasks.map(({ id }) => id)));
    expect(opened.map(({ taskId, urgingNoticeId }) => [taskId, urgingNoticeId]).toSorted()).toEqual(
      named.map(({ taskId, id }) => [taskId, id]).toSorted(),
    );
  });
});

describe('three instances', () => {
  const back = county('2020-02-15 15:30');

  it('whose clock is set an hour back and forth issue nothing twice and forget nothing', async () => {
    clock.set(later(due, -60_000));
    const tasks = await Promise.all(Array.from({ length: 20 }, () => putTask(booted.service.db, { acceptedAt })));
    await startThree();
    const minutes = [0, 60, 1, 61, 2, -58, 30, -30, 90, 31, 720, 661, 721, 781, 722];
    await allLookAt(...minutes.map((minute) => later(due, minute * 60_000)));
    const issued = await notices();
    expect(new Set(issued.map(({ taskId, ordinal }) => `${taskId} ${ordinal}`)).size).toBe(issued.length);
    expect(issued).toHaveLength(tasks.length * 2);
    expect(issued.map(({ dueAt }) => dueAt)).toEqual(issued.map(() => due));
    const breached = (await announced(booted.service.db)).filter(({ type }) => type === 'taskforce.task.breached.v1');
    expect(breached).toHaveLength(tasks.length);
  });

  it('that were all down for six hours notice each deadline once, at its true time', async () => {
    await putMany(MANY);
    clock.set(back);
    await startThree();
    await allLookAt(back, back);
    const issued = await notices();
    expect(new Set(issued.map(({ taskId }) => taskId)).size).toBe(MANY);
    expect(issued.map(({ dueAt, issuedAt }) => [dueAt, issuedAt])).toEqual(issued.map(() => [due, back]));
    expect(issued).toHaveLength(MANY);
    const breached = (await announced(booted.service.db)).filter(({ type }) => type === 'taskforce.task.breached.v1');
    expect(breached.map(({ data }) => data['dueAt'])).toEqual(issued.map(() => due.toISOString()));
  }, 60_000);

  it('notice ten thousand deadlines of the same second once each, and number them without a gap', async () => {
    clock.set(county('2020-02-15 09:59'));
    await putMany(10_000);
    await startThree();
    clock.set(later(due, 1));
    await eventually(unnoticed, (left) => left === 0, 40_000);
    await Promise.all(instances.map((one) => one.app.get(UrgeOverdue).run()));
    const issued = await notices();
    const numbers = issued.map(({ number }) => Number(number.slice(number.indexOf('-') + 1)));
    expect(numbers.toSorted((a, b) => a - b)).toEqual(issued.map((_, i) => i + 1));
    expect(issued).toHaveLength(10_000);
    expect(new Set(issued.map(({ taskId }) => taskId)).size).toBe(10_000);
  }, 60_000);
});
