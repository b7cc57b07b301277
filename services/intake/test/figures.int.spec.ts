import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { taskAccepted } from '@qifutong/contracts/taskforce/task-accepted';
import { taskSettled } from '@qifutong/contracts/taskforce/task-settled';
import { taskUnsettled } from '@qifutong/contracts/taskforce/task-unsettled';
import { taskCancelled } from '@qifutong/contracts/taskforce/task-cancelled';
import { taskOpened } from '@qifutong/contracts/taskforce/task-opened';
import { taskBreached } from '@qifutong/contracts/taskforce/task-breached';
import { subjectOf } from '@qifutong/contracts/subject';
import { envelope } from '@qifutong/persistence/append';
import { fixedClock } from '@qifutong/testkit/clock';
import { v7 as uuidv7 } from 'uuid';
import { ClosingService } from '../src/closure/closing.service.ts';
import { TaskClockTable, type TaskClock } from '../src/figures/task-clock.table.ts';
import { bootIntake, type TestIntake } from './intake.ts';
import { commander, departmentOf } from './people.ts';
import { aTask, taskForcesOf, type TaskForces } from './task-events.ts';

const clock = fixedClock('2020-02-14T01:00:00Z');
let intake: TestIntake;
let taskForces: TaskForces;
beforeAll(async () => {
  intake = await bootIntake({ clock });
  taskForces = await taskForcesOf(intake);
});
afterAll(async () => {
  await taskForces.stop();
  await intake.stop();
});

interface Told {
  readonly numerator: number;
  readonly n: number;
  readonly value: number | null;
  readonly ranked: boolean;
}
type Row = { readonly key: string | null } & Record<string, Told>;

const RATES =
  `responseRate onTimeRate resolutionRate satisfactionRate strictSatisfactionRate effectiveCallbackRate closureRate`.split(
    ' ',
  );
async function ask(variables: object, asker = commander): Promise<Row[]> {
  const rates = RATES.map((rate) => `${rate} { numerator n value ranked }`).join(' ');
  const query = `query ($from: Date!, $to: Date!, $by: FigureDimension!, $filter: FigureFilter) { rows: figures(from: $from, to: $to, by: $by, filter: $filter) {
    key ${rates} contactToIssueRatio { contacts issues ratio } backlogAge { open medianHours oldestHours } } }`;
  return (await intake.get<{ rows: Row[] }>(query, variables, asker)).rows;
}
/** Each row as `numerator/n` of one rate, by key. */
async function shares(rate: string, variables: object, asker = commander): Promise<Record<string, string>> {
  const rows = await ask(variables, asker);
  const told = rows
    .filter((row) => row[rate]!.n > 0)
    .map((row) => [row.key ?? '-', `${row[rate]!.numerator}/${row[rate]!.n}`]);
  return Object.fromEntries(told) as Record<string, string>;
}
const clocks = () => intake.service.db.source.manager.find(TaskClockTable, { order: { kind: 'ASC' } });
const period = { from: '2020-02-13', to: '2020-02-16' };

describe("the task forces' clocks", () => {
  it('are kept as they are told, once, beside what the same events do to the issue', async () => {
    const issueId = await intake.registered({ townCode: '330226110' });
    await intake.triage(issueId);
    await intake.dispatch(issueId);
    const { accepted, solved } = aTask(issueId);
    const { taskId } = accepted.event.data as { taskId: string };
    await taskForces.sayAndWait(accepted, accepted, solved);
    expect(await intake.issue(issueId)).toMatchObject({ status: 'SOLVED' });
    const common = {
      taskId,
      issueId,
      commonIssueId: null,
      taskForce: 'MATERIALS',
      townCode: '330226110',
      channel: 'HOTLINE',
    };
    expect(await clocks()).toEqual([
      {
        ...common,
        kind: 'SOLUTION',
        dueAt: new Date('2020-02-15T02:00:00Z'),
        metAt: new Date('2020-02-15T02:00:00Z'),
        missed: false,
        handedOverAt: null,
        cancelledAt: null,
        suspendedAt: null,
        ofFirm: true,
      },
    ]);
  });

  it('of a task that nobody takes are known by their breaches, and a cancelled one is marked', async () => {
    const issueId = await intake.dispatched();
    const task = { taskId: uuidv7(), issueId, round: 1, domain: 'TESTING', taskForce: 'TESTING' } as const;
    const at = new Date('2020-02-14T01:00:00Z');
    const told = [
      taskOpened({ ...task, openedAt: at.toISOString(), acceptanceDueAt: '2020-02-14T03:00:00.000Z' }),
      taskBreached({
        ...task,
        clock: 'ACCEPTANCE',
        dueAt: '2020-02-14T03:00:00.000Z',
        noticedAt: '2020-02-14T03:00:01.000Z',
      }),
      taskBreached({
        ...task,
        clock: 'SOLUTION',
        dueAt: '2020-02-15T03:00:00.000Z',
        noticedAt: '2020-02-15T03:00:01.000Z',
      }),
      taskCancelled({ ...task, because: 'WITHDRAWN', commonIssueId: null, cancelledAt: '2020-02-15T04:00:00.000Z' }),
    ];
    const events = told.map((one, i) => ({ subject: subjectOf(one), event: envelope(one, i + 1, at) }));
    await taskForces.sayAndWait(...events);
    const kept = (await clocks()).filter(({ taskId }) => taskId === task.taskId);
    expect(
      kept.map(({ kind, dueAt, missed, cancelledAt }) => [kind, dueAt.toISOString(), missed, cancelledAt !== null]),
    ).toEqual([
      ['ACCEPTANCE', '2020-02-14T03:00:00.000Z', true, true],
      ['SOLUTION', '2020-02-15T03:00:00.000Z', true, true],
    ]);
  });

  it('settled by a batch are met, and run on when it is reverted', async () => {
    const task = {
      taskId: uuidv7(),
      issueId: await intake.dispatched(),
      round: 1,
      domain: 'TESTING',
      taskForce: 'TESTING',
    } as const;
    const batch = { ...task, guidanceId: uuidv7(), guidanceVersion: 1, batchId: uuidv7() };
    const at = new Date('2020-02-14T01:00:00Z');
    const accepted = { acceptedBy: 'lead-1', acceptedAt: at.toISOString(), solutionDueAt: '2020-02-15T01:00:00.000Z' };
    const told = [
      taskOpened({ ...task, openedAt: at.toISOString(), acceptanceDueAt: '2020-02-14T03:00:00.000Z' }),
      taskAccepted({ ...task, ...accepted }),
      taskSettled({ ...batch, settledAt: '2020-02-14T05:00:00.000Z' }),
      taskUnsettled({ ...batch, unsettledAt: '2020-02-14T06:00:00.000Z' }),
    ].map((one, i) => ({ subject: subjectOf(one), event: envelope(one, i + 1, at) }));
    const metAt = async () =>
      (await clocks())
        .filter(({ taskId }) => taskId === task.taskId)
        .map((clockOf) => clockOf.metAt?.toISOString() ?? null);
    await taskForces.sayAndWait(...told.slice(0, 3));
    expect(await metAt()).toEqual([at.toISOString(), '2020-02-14T05:00:00.000Z']);
    await taskForces.sayAndWait(...told.slice(3));
    expect(await metAt()).toEqual([at.toISOString(), null]);
  });
});

describe('the response and the on-time rate', () => {
  const due = new Date('2020-02-14T10:00:00.000Z');
  const later = (timeMs: number) => new Date(due.getTime() + timeMs);
  const aClock = (what: Partial<TaskClock> = {}): TaskClock => ({
    taskId: uuidv7(),
    kind: 'SOLUTION',
    issueId: uuidv7(),
    commonIssueId: null,
    taskForce: 'LABOUR',
    townCode: '330226110',
    channel: 'HOTLINE',
    dueAt: due,
    metAt: null,
    missed: false,
    handedOverAt: null,
    cancelledAt: null,
    suspendedAt: null,
    ofFirm: true,
    ...what,
  });
  const put = async (...clocksOf: Partial<TaskClock>[]) => {
    await intake.sql('truncate task_clock');
    await intake.schema.db.source.manager.insert(TaskClockTable, clocksOf.map(aClock));
  };
  beforeAll(() => clock.set('2020-02-16T01:00:00Z'));

  it.each<[string, Partial<TaskClock>, string | undefined]>([
    ['met 1 ms before is on time', { metAt: later(-1) }, '1/1'],
    ['met at the very instant is on time', { metAt: due }, '1/1'],
    ['met 1 ms after is not', { metAt: later(1) }, '0/1'],
    ['open and overdue counts as a failure', {}, '0/1'],
    ['told to be missed is a failure, whatever was proposed before', { metAt: later(-1), missed: true }, '0/1'],
    ['cancelled before it was due is not counted', { cancelledAt: later(-1) }, undefined],
    ['met and then cancelled is', { metAt: later(-2), cancelledAt: later(-1) }, '1/1'],
    ['cancelled after it was due is a failure all the same', { cancelledAt: later(1) }, '0/1'],
    ['not due yet is not counted, met or not', { dueAt: new Date('2020-02-16T01:00:00.001Z'), metAt: due }, undefined],
    ['due at this very instant is', { dueAt: new Date('2020-02-16T01:00:00.000Z'), metAt: due }, '1/1'],
    [
      'due at 24:00 of the day before is of the next',
      { dueAt: new Date('2020-02-12T16:00:00.000Z'), metAt: due },
      '0/1',
    ],
    ['due 1 ms earlier is out of the period', { dueAt: new Date('2020-02-12T15:59:59.999Z') }, undefined],
  ])('a solution clock %s', async (_, what, share) => {
    await put(what);
    expect((await shares('onTimeRate', { ...period, by: 'TASK_FORCE' }))['LABOUR']).toBe(share);
  });

  it("a member of a common issue keeps its firm's clock until the issue is solved", async () => {
    const issueId = await intake.dispatched();
    const own = { taskId: uuidv7(), issueId, dueAt: new Date('2020-02-15T23:00:00.000Z') };
    await put({ ...own, cancelledAt: later(-10), ofFirm: false }, { ...own, kind: 'FIRM', handedOverAt: later(-10) });
    expect(await shares('onTimeRate', { ...period, by: 'TASK_FORCE' })).toEqual({});
    expect(await shares('onTimeRate', { ...period, by: 'CHANNEL' })).toEqual({ HOTLINE: '0/1' });
    await intake.sql(
      `update issue set status = 'SOLVED', solved_at = '2020-02-15T22:00:00Z', callback_due_at = now(), callback_policy_version = 1, changed_at = '2020-02-15T22:00:00Z' where id = $1`,
      [issueId],
    );
    expect(await shares('onTimeRate', { ...period, by: 'CHANNEL' })).toEqual({ HOTLINE: '1/1' });
  });

  it('are told by day, town, channel and task force, and narrowed', async () => {
    await put(
      { metAt: due },
      { taskForce: 'TESTING', townCode: null },
      { taskForce: 'TESTING', dueAt: new Date('2020-02-15T10:00:00Z'), channel: 'ONLINE' },
      { kind: 'ACCEPTANCE', metAt: due },
    );
    expect(await shares('onTimeRate', { ...period, by: 'DAY' })).toEqual({ '2020-02-14': '1/2', '2020-02-15': '0/1' });
    expect(await shares('onTimeRate', { ...period, by: 'TOWN' })).toEqual({ '-': '0/1', '330226110': '1/2' });
    expect(await shares('onTimeRate', { ...period, by: 'CHANNEL' })).toEqual({ HOTLINE: '1/2', ONLINE: '0/1' });
    expect(await shares('onTimeRate', { ...period, by: 'TASK_FORCE' })).toEqual({ LABOUR: '1/1', TESTING: '0/2' });
    expect(await shares('responseRate', { ...period, by: 'TASK_FORCE' })).toEqual({ LABOUR: '1/1' });
    const narrowed = { ...period, by: 'TASK_FORCE', filter: { townCode: '330226110', channel: 'ONLINE' } };
    expect(await shares('onTimeRate', narrowed)).toEqual({ TESTING: '0/1' });
    const ofTown = departmentOf('330226110');
    expect(await shares('onTimeRate', { ...period, by: 'TOWN' }, ofTown)).toEqual({ '330226110': '1/2' });
    const anothers = { ...period, by: 'TOWN', filter: { townCode: '330226111' } };
    expect(await shares('onTimeRate', anothers, ofTown)).toEqual({});
  });
});

describe('what the callbacks say', () => {
  const callback = (outcome: string, satisfaction: string | null) =>
    intake.sql(
      `insert into callback (id, issue_id, round, outcome, satisfaction, called_at, called_by)
       select gen_random_uuid(), id, 1, $1, $2, '2020-02-16T01:00:00Z', 'operator-2' from issue order by number limit 1`,
      [outcome, satisfaction],
    );

  it('is shown with what was attempted, and both satisfactions', async () => {
    await callback('SETTLED', 'VERY_SATISFIED');
    await callback('SETTLED', 'BASICALLY_SATISFIED');
    await callback('NOT_SETTLED', 'DISSATISFIED');
    await callback('SETTLED', null);
    await callback('NOT_REACHED', null);
    const [row] = await ask({ from: '2020-02-16', to: '2020-02-16', by: 'TOWN', filter: { townCode: '330226110' } });
    const told = RATES.slice(2, 6).map((rate) => `${row![rate]!.numerator}/${row![rate]!.n}`);
    expect(told).toEqual(['3/4', '2/4', '1/4', '4/5']);
    expect(row!['resolutionRate']).toMatchObject({ value: 0.75, ranked: false });
  });
});

describe('the register', () => {
  it('is cumulated from the last frozen day and what moved since, as counting all of it would say', async () => {
    await intake.service.app.get(ClosingService).closeEndedDays();
    await intake.registered({ townCode: '330226110' });
    await intake.sql(
      `update issue set status = 'WRITTEN_OFF', written_off_at = now(), callback_due_at = null, changed_on = '2020-02-16' where status = 'SOLVED'`,
    );
    const [counted] = await intake.sql<{ told: string }>(
      `select count(*) filter (where status = 'WRITTEN_OFF') || '/' || count(*) as told from issue where town_code = '330226110'`,
    );
    const asked = { from: '2020-02-14', to: '2020-02-16', by: 'TOWN', filter: { townCode: '330226110' } };
    expect(await shares('closureRate', asked)).toEqual({ '330226110': counted!.told });
    const byDay = await shares('closureRate', { ...asked, by: 'DAY' });
    expect(Object.keys(byDay)).toEqual(['2020-02-14', '2020-02-15', '2020-02-16']);
    expect(byDay['2020-02-16']).toBe(counted!.told);
  });

  it('counts a call that became no issue as a contact, also one that was taken on a day that is closed', async () => {
    const asked = { from: '2020-02-16', to: '2020-02-16', by: 'CHANNEL', filter: { channel: 'VISIT' } };
    expect(await ask(asked)).toEqual([]);
    await intake.sql(
      `insert into call (id, channel, purpose, taken_by, taken_at) select gen_random_uuid(), 'VISIT', 'ENQUIRY', 'operator-1', at
       from unnest(array['2020-02-15T01:00:00Z', '2020-02-16T01:00:00Z']::timestamptz[]) as at`,
    );
    const [row] = (await ask(asked)) as unknown as Record<string, object>[];
    expect(row!['contactToIssueRatio']).toEqual({ contacts: 2, issues: 0, ratio: null });
  });

  it('has contacts for each issue, and its open issues an age', async () => {
    const rows = await ask({ from: '2020-02-14', to: '2020-02-16', by: 'DAY' });
    const first = rows.find(({ key }) => key === '2020-02-14') as unknown as Record<string, object>;
    expect(first['contactToIssueRatio']).toEqual({ contacts: 3, issues: 3, ratio: 1 });
    const today = rows.find(({ key }) => key === '2020-02-16') as unknown as {
      backlogAge: { open: number; oldestHours: number };
    };
    const open = await intake.sql(`select from issue where status not in ('WRITTEN_OFF', 'REJECTED', 'MERGED')`);
    expect(today.backlogAge).toMatchObject({ open: open.length, oldestHours: 48 });
  });

  it.each([
    ['2020-02-16', '2020-02-15'],
    ['2020-02-16', '2021-02-16'],
  ])('is not asked from %s to %s', async (from, to) => {
    const { errors } = await intake.ask(
      'query ($from: Date!, $to: Date!) { figures(from: $from, to: $to, by: DAY) { key } }',
      { from, to },
      commander,
    );
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'to' });
  });
});

describe('the overview of the county', () => {
  it('says of each town what counting says, in one statement beside the towns', async () => {
    const fields =
      'firms open openByStatus { status count } overdueCallbacks registeredToday writtenOffToday reportsToday registeredSoFar writtenOffSoFar';
    const query = `{ it: countyOverview { day ${fields} towns { town { code } ${fields} } } }`;
    interface Place {
      readonly open: number;
      readonly registeredSoFar: number;
      readonly towns: readonly { readonly town: { readonly code: string } | null; readonly open: number }[];
    }
    const { it: seen } = await intake.get<{ it: Place }>(query, {}, commander);
    const [counted] = await intake.sql<Record<string, number>>(
      `select count(*) filter (where status not in ('WRITTEN_OFF', 'REJECTED', 'MERGED'))::int as open, count(*)::int as "registeredSoFar",
         count(*) filter (where status = 'WRITTEN_OFF')::int as "writtenOffSoFar" from issue`,
    );
    expect(seen).toMatchObject({ day: '2020-02-16', ...counted, writtenOffToday: 2, reportsToday: 2 });
    expect(seen.towns.length).toBe(19);
    expect(seen.towns.reduce((sum, { open }) => sum + open, 0)).toBe(seen.open);
    const { it: own } = await intake.get<{ it: Place }>(query, {}, departmentOf('330226110'));
    expect(own.towns.map(({ town }) => town?.code)).toEqual(['330226110']);
    expect(own.open).toBe(own.towns[0]!.open);
  });
});
