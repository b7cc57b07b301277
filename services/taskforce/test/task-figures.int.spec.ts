import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { boot, type Asker, type Booted } from '@qifutong/testkit/boot';
import { fixedClock } from '@qifutong/testkit/clock';
import { v7 as uuidv7 } from 'uuid';
import { end, extend, suspend } from '../src/clock/domain/clock-moves.ts';
import { breach } from '../src/task/domain/breach.ts';
import { proposeSolution } from '../src/task/domain/propose-solution.ts';
import { cached, type Task } from '../src/task/domain/task.ts';
import { aTask, county, later, lead, noCalendar } from './builders.ts';
import { fillTasks } from './many.ts';
import { planOf } from './statements.ts';
import { commander, putTask, statementsOf, testingLead, withoutJobs } from './world.ts';

const now = county('2020-02-16 12:00');
const due = county('2020-02-15 10:00');
const accepted = aTask({ acceptedAt: county('2020-02-14 10:00') });
const said = { text: '已安排', measures: [], attachments: [], by: lead };
const solved = (task: Task, at: Date) => proposeSolution(task, said, at, noCalendar).state;
const handedOn = (at: Date) => ({ handedOnAt: at, handedOnBy: 'somebody', handedOnReason: '不属于本专班' });
const ending = (task: Task, at: Date) => task.clocks.map((clock) => end(clock, 'CANCELLED', at, noCalendar));

/** Histories by what must come of them: on time, late, or not counted. */
const histories: Record<string, Task> = {
  'solved at the very instant': solved(accepted, due),
  'solved 1 ms late': solved(accepted, later(due, 1)),
  'open and overdue, noticed': breach(accepted, later(due, 5_000), noCalendar).state,
  'open and overdue, unnoticed': accepted,
  'extended in time, and solved by then': solved(
    cached({
      ...accepted,
      clocks: accepted.clocks.map((one) =>
        extend(one, county('2020-02-16 10:00'), county('2020-02-15 09:00'), noCalendar),
      ),
      ...{
        extendedAt: county('2020-02-15 09:00'),
        extendedBy: 'c',
        extendedUntil: county('2020-02-16 10:00'),
        extensionReason: '物流',
      },
    }),
    county('2020-02-16 09:00'),
  ),
  'cancelled before its deadline': cached({
    ...accepted,
    ...{ status: 'CANCELLED', cancelledAt: county('2020-02-15 09:00'), cancelledBecause: 'MERGED' },
    clocks: ending(accepted, county('2020-02-15 09:00')),
  }),
  'transferred before its deadline': cached({
    ...accepted,
    ...{ status: 'TRANSFERRED', ...handedOn(county('2020-02-15 09:00')) },
    clocks: ending(accepted, county('2020-02-15 09:00')),
  }),
  'accepted in time, and transferred before that limit': cached({
    ...accepted,
    ...{ status: 'TRANSFERRED', ...handedOn(county('2020-02-14 10:30')) },
    clocks: ending(accepted, county('2020-02-14 10:30')),
  }),
  'solved in time, and merged before its deadline': cached({
    ...solved(accepted, county('2020-02-14 12:00')),
    ...{ status: 'CANCELLED', cancelledAt: county('2020-02-14 14:00'), cancelledBecause: 'MERGED' },
  }),
  returned: cached({
    ...aTask(),
    ...{ status: 'RETURNED', ...handedOn(county('2020-02-14 10:00')) },
    clocks: ending(aTask(), county('2020-02-14 10:00')),
  }),
  'it stands still': cached({
    ...accepted,
    ...{
      status: 'SUSPENDED',
      suspendedAt: county('2020-02-14 20:00'),
      suspendedBy: 'a',
      suspensionReason: 'FORCE_MAJEURE',
    },
    clocks: accepted.clocks.map((one) => suspend(one, 'FORCE_MAJEURE', county('2020-02-14 20:00'), noCalendar)),
  }),
  'transferred to them twice, accepted late': cached({
    ...breach(aTask({ townCode: '330226111' }), county('2020-02-14 12:00'), noCalendar).state,
    ...{ hops: 2, status: 'ACCEPTED', acceptedAt: county('2020-02-14 12:00'), acceptedBy: 'late-one' },
  }),
};

let booted: Booted;
beforeAll(async () => {
  booted = await boot(withoutJobs, { clock: fixedClock(now) });
  for (const history of Object.values(histories))
    await putTask(booted.service.db, { ...history, id: uuidv7(), issueId: uuidv7() });
  const labour = {
    taskForceCode: 'LABOUR',
    domain: 'LABOUR',
    urgency: 'URGENT',
    dispatchedAt: county('2020-02-15 12:00'),
  } as const;
  await putTask(booted.service.db, labour);
  await booted.schema.db.source.query(
    `insert into urging_notice (id, version, number, task_id, task_force_code, clock, ordinal, due_at, issued_at, about)
     select gen_random_uuid(), 1, '催20200215-' || lpad(n::text, 4, '0'), id, task_force_code, 'SOLUTION', n, $1, $1::timestamptz + n * interval '1 second', number
     from task, generate_series(1, 3) as n where task_force_code = 'TESTING' and solve_missed and status = 'ACCEPTED' and hops = 0`,
    [due],
  );
  // what the centre is urged for, having what was returned, is none of the task force's
  await booted.schema.db.source.query(
    `insert into urging_notice (id, version, number, task_id, commander, commander_name, clock, ordinal, due_at, issued_at, about)
     select gen_random_uuid(), 1, '催20200215-0009', id, 'wang', '王志强', 'FIRM', 1, $1, $1::timestamptz + interval '1 second', number
     from task where status = 'RETURNED'`,
    [due],
  );
});
afterAll(() => booted?.stop());

interface Row {
  readonly key: string | null;
  readonly dispatched: number;
  readonly urging: { notices: number; ratio: number | null };
  readonly hops: { n: number; mean: number | null };
  readonly [rate: string]: unknown;
}
const RATES = ['responseRate', 'onTimeRate', 'cureRate', 'returnRate'];
const ASKED = `query ($from: Date!, $to: Date!, $by: TaskFigureDimension!, $filter: TaskFigureFilter) {
  rows: taskFigures(from: $from, to: $to, by: $by, filter: $filter) {
    key dispatched urging { notices ratio } hops { n mean } ${RATES.map((rate) => `${rate} { numerator n }`).join(' ')} } }`;
const period = { from: '2020-02-14', to: '2020-02-16' };

const asking = (variables: object, asker: Asker = commander) =>
  booted.ask<{ rows: Row[] }>(ASKED, { ...period, by: 'TASK_FORCE', ...variables }, asker);

async function rows(variables: object, asker: Asker = commander) {
  const { data, errors } = await asking(variables, asker);
  expect(errors).toBeUndefined();
  const share = (value: unknown) => Object.values(value as object).join('/');
  return data!.rows.map(({ key, dispatched, urging, hops, ...rates }) => ({
    key,
    dispatched,
    urging: urging.ratio,
    hops: hops.mean,
    ...(Object.fromEntries(RATES.map((rate) => [rate, share(rates[rate])])) as Record<
      'responseRate' | 'onTimeRate' | 'cureRate' | 'returnRate',
      string
    >),
  }));
}

describe("the task forces' figures", () => {
  const testing = {
    key: 'TESTING',
    dispatched: 12,
    urging: 3 / 12,
    hops: 2 / 9,
    // returned before its limit: not counted; accepted late: a failure
    responseRate: '10/11',
    // in time: at the very instant, before it was merged, and by the extended deadline; late: 1 ms, two that are open, and one that was accepted late and is open
    onTimeRate: '3/7',
    cureRate: '1/4',
    returnRate: '1/12',
  };
  const labour = {
    key: 'LABOUR',
    dispatched: 1,
    urging: 0,
    hops: 0,
    responseRate: '0/1',
    onTimeRate: '0/0',
    cureRate: '0/0',
    returnRate: '0/1',
  };

  it('go by the first deadline and its due date', async () => {
    expect(await rows({})).toEqual([labour, testing]);
  });

  it('are the same for a task force, of itself alone', async () => {
    expect(await rows({}, testingLead)).toEqual([testing]);
    expect(await rows({ filter: { taskForce: 'TESTING' } }, testingLead)).toEqual([testing]);
    expect(await rows({ filter: { taskForce: 'LABOUR' } }, testingLead)).toEqual([]);
  });

  it('go by day of dispatch, of the deadline and of the notice', async () => {
    const told = await rows({ by: 'DAY', filter: { taskForce: 'TESTING' } });
    expect(told.map(({ key, dispatched, onTimeRate, urging }) => [key, dispatched, onTimeRate, urging])).toEqual([
      ['2020-02-14', 12, '0/0', 0],
      ['2020-02-15', 0, '2/6', null],
      ['2020-02-16', 0, '1/1', null],
    ]);
  });

  it('go by who accepted or returned, and by town', async () => {
    const members = await rows({ by: 'MEMBER' });
    expect(
      members.map(({ key, dispatched, responseRate, returnRate }) => [key, dispatched, responseRate, returnRate]),
    ).toEqual([
      [null, 1, '0/1', '0/1'],
      ['late-one', 1, '0/1', '0/1'],
      ['somebody', 1, '0/0', '1/1'],
      ['testing-lead', 10, '10/10', '0/10'],
    ]);
    const towns = await rows({ by: 'TOWN', filter: { domain: 'TESTING', urgency: 'NORMAL' } });
    expect(towns.map(({ key, dispatched }) => [key, dispatched])).toEqual([
      ['330226110', 11],
      ['330226111', 1],
    ]);
  });

  it('of a town are all that its department reads; of members it reads none', async () => {
    const department = { sub: 'd', roles: ['DEPARTMENT'], town: '330226111' };
    expect((await rows({ by: 'TOWN' }, department)).map(({ key }) => key)).toEqual(['330226111']);
    expect(await rows({ filter: { town: '330226110' } }, department)).toEqual([]);
    const { errors } = await asking({ by: 'MEMBER' }, department);
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN', field: 'by' });
  });

  it.each([
    ['ends before it begins', { from: '2020-02-15', to: '2020-02-14' }],
    ['is longer than a year', { from: '2020-02-14', to: '2021-02-15' }],
  ])('of a period that %s are refused', async (_, days) => {
    const { errors } = await asking(days);
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'to' });
  });

  it('count nothing of a firm account', async () => {
    const { errors } = await asking({}, { sub: 'f', roles: ['FIRM'], firm: '91330226MA2AG00014' });
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });

  it('of a day among 60,000 tasks are counted through indexes', async () => {
    await fillTasks(booted.schema.db.source, 60_000);
    const seen = statementsOf(booted);
    const [{ day }] = await booted.schema.db.source.query<[{ day: string }]>(
      `select (now() - interval '3 days')::date::text as day`,
    );
    seen.length = 0;
    await rows({ from: day, to: day });
    const plans = await Promise.all([...seen].map((one) => planOf(booted.schema.db.source, one)));
    expect(plans.flatMap(({ whole }) => whole)).toEqual([]);
    expect(new Set(plans.flatMap(({ indexes }) => indexes).filter((index) => /due|newest/.test(index)))).toEqual(
      new Set(['task_newest', 'task_acceptance_due', 'task_solution_due', 'urging_notice_newest']),
    );
  });
});
