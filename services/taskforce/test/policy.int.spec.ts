import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { roles } from '@qifutong/platform/viewer';
import { boot, type Asker, type Booted } from '@qifutong/testkit/boot';
import { fixedClock } from '@qifutong/testkit/clock';
import { v7 as uuidv7 } from 'uuid';
import { countyOffice } from '../migrations/holidays.ts';
import { suspend } from '../src/clock/domain/clock.ts';
import { policyInForce } from '../src/policy/policy-in-force.queries.ts';
import { cached, type Task } from '../src/task/domain/task.ts';
import { IssueTaskService } from '../src/task/issue-task.service.ts';
import { aDispatch, aTask, county, elapsed, noCalendar } from './builders.ts';
import { announced, commander, putTask, tasksOf, testingLead, withoutJobs } from './world.ts';

const clock = fixedClock(county('2020-02-14 10:00'));
const admin: Asker = { sub: 'admin-1', roles: ['ADMIN'] };
let booted: Booted;
beforeAll(async () => {
  booted = await boot(withoutJobs, { clock });
});
afterAll(() => booted?.stop());
beforeEach(() => clock.set(county('2020-02-14 10:00')));

const LIMIT = 'kind duration days calendar { code version }';
const POLICY = `version setAt setBy urgeEvery warnAt dispatchWithin { ${LIMIT} } callbackWithin { ${LIMIT} }
  lines { position nature urgency domain warnAt acceptWithin { ${LIMIT} } solveWithin { ${LIMIT} } }`;
const SET = `mutation ($input: SetSlaPolicyInput!) { said: setSlaPolicy(input: $input) {
  ... on SlaPolicy { ${POLICY} } ... on SlaPolicyRejection { code field message } } }`;
const SET_CALENDAR = `mutation ($input: SetWorkingCalendarInput!) { said: setWorkingCalendar(input: $input) {
  ... on WorkingCalendar { calendar: code version name week { from to } days { day intervals { from to } } setBy }
  ... on WorkingCalendarRejection { code field } } }`;
const hours = (duration: string) => ({ kind: 'ELAPSED', duration });
const usual = { acceptWithin: hours('PT2H'), solveWithin: hours('PT24H') };
const office = (duration: string) => ({ kind: 'WORKING', duration, calendar: 'COUNTY_OFFICE' });

interface Said {
  readonly version?: number;
  readonly code?: string;
}

async function set(input: object, asker: Asker = commander): Promise<Said> {
  const { data, errors } = await booted.ask<{ said: Said }>(SET, { input }, asker);
  expect(errors).toBeUndefined();
  return data!.said;
}

async function setCalendar(input: object, asker: Asker = commander): Promise<Said> {
  const { data, errors } = await booted.ask<{ said: Said }>(SET_CALENDAR, { input }, asker);
  expect(errors).toBeUndefined();
  return data!.said;
}

async function policy(version?: number): Promise<Record<string, unknown> & { version: number }> {
  const document = `query ($version: Int) { slaPolicy(version: $version) { ${POLICY} } }`;
  return (await booted.ask<{ slaPolicy: never }>(document, { version }, testingLead)).data!.slaPolicy;
}

/** The task of an issue that is dispatched now. */
async function dispatched(dispatchedAt: Date): Promise<Task> {
  const issueId = uuidv7();
  const open = booted.service.app.get(IssueTaskService);
  await booted.service.db.transaction((tx) => open.open(tx, aDispatch({ issueId, dispatchedAt })));
  return (await tasksOf(booted, issueId))[0]!;
}

async function accept(taskId: string): Promise<unknown> {
  const document = `mutation ($taskId: ID!) { acceptTask(input: { taskId: $taskId }) {
    ... on Task { clocks { kind policyVersion dueAt limit { ${LIMIT} } pauses { from to } } } } }`;
  return (await booted.ask<{ acceptTask: object }>(document, { taskId }, testingLead)).data?.acceptTask;
}

async function eventsOf(type: string): Promise<unknown[]> {
  return (await announced(booted.service.db)).filter((event) => event.type === type).map(({ data }) => data);
}

const nothing = { duration: null, days: null, calendar: null };

describe('the SLA policy', () => {
  it('that came with the product is shown, and the offices have their calendar', async () => {
    const limits = {
      dispatchWithin: { ...nothing, kind: 'SAME_DAY' },
      callbackWithin: { ...nothing, ...hours('PT24H') },
    };
    expect(await policy()).toMatchObject({ version: 1, urgeEvery: 'PT12H', warnAt: [75], setBy: null, ...limits });
    expect(await policy(99)).toBeNull();
    const document = '{ workingCalendars { code version name week { from to } days { day } } }';
    const { workingCalendars } = (await booted.ask<{ workingCalendars: object[] }>(document, {}, testingLead)).data!;
    const { code, version, name, week } = countyOffice;
    expect(workingCalendars).toEqual([
      {
        code,
        version,
        name,
        week,
        days: Object.keys(countyOffice.days)
          .toSorted()
          .map((day) => ({ day })),
      },
    ]);
  });

  it('that is set binds what is dispatched from then on, and touches neither a task that is there nor a pause', async () => {
    const before = await dispatched(county('2020-02-14 09:30'));
    const inWork = aTask({ acceptedAt: county('2020-02-14 09:40') });
    const [acceptance, solution] = inWork.clocks;
    const at = county('2020-02-14 09:50');
    const stopped = [acceptance!, suspend(solution!, 'WAITING_FOR_FIRM', at, noCalendar)];
    const because = { suspendedAt: at, suspendedBy: 'analyst-1', suspensionReason: 'WAITING_FOR_FIRM' } as const;
    const { id: _, issueId: __, ...paused } = cached({ ...inWork, ...because, status: 'SUSPENDED', clocks: stopped });
    const standing = await putTask(booted.service.db, paused);

    const { version, ...rest } = await policy();
    const lines = [
      { urgency: 'URGENT', ...usual },
      { acceptWithin: office('PT1H'), solveWithin: office('PT8H'), warnAt: [50] },
    ];
    expect(await set({ expectedVersion: version, lines, urgeEvery: 'PT6H' })).toMatchObject({
      version: version + 1,
      setBy: 'commander-1',
      setAt: '2020-02-14T02:00:00.000Z',
      urgeEvery: 'PT6H',
      dispatchWithin: rest['dispatchWithin'],
    });
    expect(await eventsOf('taskforce.sla-policy.set.v1')).toEqual([
      { policy: 'SLA', policyVersion: version + 1, setBy: 'commander-1', setAt: '2020-02-14T02:00:00.000Z' },
    ]);
    expect(await policyInForce(booted.service.db.source.manager)).toMatchObject({
      version: version + 1,
      urgeEvery: 'PT6H',
    });

    const after = await dispatched(county('2020-02-14 11:30'));
    expect(await tasksOf(booted, before.issueId!)).toEqual([before]);
    expect(await tasksOf(booted, standing.issueId)).toEqual([standing]);
    expect([after.policyVersion, after.nextDueAt, after.warnAt]).toEqual([
      version + 1,
      county('2020-02-14 14:30'),
      [50],
    ]);
    const day = { ...nothing, ...hours('PT24H') };
    expect(await accept(before.id)).toMatchObject({
      clocks: [
        { kind: 'ACCEPTANCE' },
        { policyVersion: version, limit: day, dueAt: '2020-02-15T02:00:00.000Z', pauses: [] },
      ],
    });
    clock.set(county('2020-02-14 12:00'));
    const calendar = { code: 'COUNTY_OFFICE', version: 1 };
    expect(await accept(after.id)).toMatchObject({
      clocks: [
        { limit: { ...nothing, kind: 'WORKING', duration: 'PT1H', calendar } },
        {
          policyVersion: version + 1,
          limit: { kind: 'WORKING', duration: 'PT8H', calendar },
          dueAt: '2020-02-17T07:00:00.000Z',
        },
      ],
    });
  });

  it('keeps to the calendar that it was set with, until it is set again', async () => {
    await set({ lines: [{ ...usual, acceptWithin: office('PT4H') }] });
    const { week } = countyOffice;
    const days = [{ day: '2020-02-14', intervals: [] }];
    expect(
      await setCalendar({ code: 'COUNTY_OFFICE', expectedVersion: 1, name: '县机关作息', week, days }, admin),
    ).toEqual({
      calendar: 'COUNTY_OFFICE',
      version: 2,
      name: '县机关作息',
      week,
      days,
      setBy: 'admin-1',
    });
    expect(await eventsOf('taskforce.working-calendar.set.v1')).toEqual([
      { calendar: 'COUNTY_OFFICE', calendarVersion: 2, setBy: 'admin-1', setAt: '2020-02-14T02:00:00.000Z' },
    ]);
    const before = await dispatched(county('2020-02-14 08:30'));
    await set({ lines: [{ ...usual, acceptWithin: office('PT4H') }] });
    const after = await dispatched(county('2020-02-14 08:30'));
    expect([before.nextDueAt, after.nextDueAt]).toEqual([county('2020-02-14 14:30'), county('2020-02-17 14:30')]);
  });

  it('is set once for a version that was expected, however many set it at once', async () => {
    const { version } = await policy();
    const before = await eventsOf('taskforce.sla-policy.set.v1');
    const said = await Promise.all(
      Array.from({ length: 10 }, (_, i) => set({ expectedVersion: version, lines: [usual], urgeEvery: `PT${i + 1}H` })),
    );
    expect(said.filter((one) => one.version === version + 1)).toHaveLength(1);
    expect(said.filter(({ code }) => code === 'SLA_POLICY_CHANGED')).toHaveLength(9);
    expect((await policy()).version).toBe(version + 1);
    expect(await eventsOf('taskforce.sla-policy.set.v1')).toHaveLength(before.length + 1);
  });

  it('is set one after the other where nothing was expected', async () => {
    const { version } = await policy();
    const said = await Promise.all(Array.from({ length: 5 }, () => set({ lines: [usual] }, admin)));
    expect(said.map((one) => one.version!).toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5].map((n) => version + n));
  });

  it.each([
    ['no line for everything', { lines: [{ ...usual, urgency: 'URGENT' }] }, 'SLA_POLICY_WITHOUT_MATCH', 'lines'],
    [
      'a negative duration',
      { lines: [{ ...usual, solveWithin: hours('-PT1H') }] },
      'SLA_DURATION_FAULTY',
      'lines.0.solveWithin.duration',
    ],
    [
      'a duration of nothing',
      { lines: [{ ...usual, acceptWithin: hours('PT0S') }] },
      'SLA_DURATION_FAULTY',
      'lines.0.acceptWithin.duration',
    ],
    [
      'an unknown calendar',
      { lines: [{ ...usual, solveWithin: { ...office('PT8H'), calendar: 'MOON' } }] },
      'SLA_CALENDAR_UNKNOWN',
      'lines.0.solveWithin.calendar',
    ],
    ['another version', { expectedVersion: 0, lines: [usual] }, 'SLA_POLICY_CHANGED', 'expectedVersion'],
  ])('is refused with %s, and stays as it is', async (_, input, code, field) => {
    const [before, said] = [await policy(), await eventsOf('taskforce.sla-policy.set.v1')];
    expect(await set(input)).toEqual({ code, field, message: expect.stringMatching(/[^{}]+/) });
    expect([await policy(), await eventsOf('taskforce.sla-policy.set.v1')]).toEqual([before, said]);
  });

  it.each(roles.filter((role) => !['ADMIN', 'COMMANDER'].includes(role)))('is not for %s to set', async (role) => {
    const asker = { sub: 'somebody', roles: [role], task_force: 'TESTING' };
    for (const [document, input] of [
      [SET, { lines: [usual] }],
      [SET_CALENDAR, { code: 'X', name: 'x', week: [], days: [] }],
    ] as const)
      expect((await booted.ask(document, { input }, asker)).errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
  });
});

describe('a working calendar', () => {
  const work = [{ from: '09:00', to: '17:00' }];
  const all = { name: '轮班', week: [work, work, work, work, work, [], []], days: [] };

  it('may be new, and is then what limits can name', async () => {
    expect(await setCalendar({ code: 'SHIFTS', expectedVersion: 0, ...all })).toMatchObject({
      calendar: 'SHIFTS',
      version: 1,
    });
    await set({ lines: [{ ...usual, acceptWithin: { ...office('PT1H'), calendar: 'SHIFTS' } }] });
    expect((await dispatched(county('2020-02-14 16:30'))).nextDueAt).toEqual(county('2020-02-17 09:30'));
    await set({ lines: [usual] });
    expect((await dispatched(county('2020-02-14 16:30'))).solveWithin).toEqual(elapsed('PT24H'));
  });

  it('is set once for a version that was expected, however many set it at once', async () => {
    const said = await Promise.all(
      Array.from({ length: 10 }, () => setCalendar({ code: 'RACE', expectedVersion: 0, ...all })),
    );
    expect(said.filter(({ version }) => version === 1)).toHaveLength(1);
    expect(said.filter(({ code }) => code === 'CALENDAR_CHANGED')).toHaveLength(9);
  });

  it.each([
    ['no work in a week', { week: all.week.map(() => []) }, 'CALENDAR_WITHOUT_WORK', 'week'],
    [
      'work that ends before it begins',
      { days: [{ day: '2020-02-14', intervals: [{ from: '9:00', to: '08:00' }] }] },
      'CALENDAR_TIME_FAULTY',
      'days.0.intervals.0.from',
    ],
    ['a code that is none', { code: '县机关' }, 'FIELD_MALFORMED', 'code'],
    ['no name', { name: ' ' }, 'FIELD_REQUIRED', 'name'],
  ])('is refused with %s', async (_, named, code, field) => {
    expect(await setCalendar({ code: 'FAULTY', ...all, ...named })).toEqual({ code, field });
    const found = await booted.service.db.source.query(`select from working_calendar where code = 'FAULTY'`);
    expect(found).toHaveLength(0);
  });

  it('with a day that is none is refused where it is read', async () => {
    const input = { code: 'FAULTY', ...all, days: [{ day: '2021-02-29', intervals: [] }] };
    const { errors } = await booted.ask(SET_CALENDAR, { input }, commander);
    expect(errors?.[0]?.message).toMatch(/days\[0\]\.day/);
  });
});
