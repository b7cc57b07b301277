import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { roles } from '@qifutong/platform/viewer';
import { boot, type Asker, type Booted } from '@qifutong/testkit/boot';
import { fixedClock } from '@qifutong/testkit/clock';
import { countyOffice } from '../migrations/holidays.ts';
import { suspend } from '../src/clock/domain/clock-moves.ts';
import { cached } from '../src/task/domain/task.ts';
import { UrgeOverdue } from '../src/task/urge-overdue.job.ts';
import { codeOf, lifeOf } from './asking.ts';
import { aTask, county, later, noCalendar } from './builders.ts';
import { hours, LIMIT, office, Policies, SET_CALENDAR, SET_POLICY, usual } from './policies.ts';
import { announced, putTask, tasksOf, testingLead, withoutJobs } from './world.ts';

const clock = fixedClock(county('2020-02-14 10:00'));
const admin: Asker = { sub: 'admin-1', roles: ['ADMIN'] };
let booted: Booted;
let policies: Policies;
beforeAll(async () => {
  booted = await boot(withoutJobs, { clock });
  policies = new Policies(booted);
});
afterAll(() => booted?.stop());
beforeEach(() => clock.set(county('2020-02-14 10:00')));

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
    expect(await policies.shown()).toMatchObject({
      version: 1,
      urgeEvery: 'PT12H',
      warnAt: [75],
      setBy: null,
      ...limits,
    });
    expect(await policies.shown(99)).toBeNull();
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

  it('that is set binds what is dispatched from then on, and touches neither a task that is there nor a pause: none is forgotten', async () => {
    const before = await policies.dispatched(county('2020-02-14 09:30'));
    const inWork = aTask({ acceptedAt: county('2020-02-14 09:40') });
    const [acceptance, solution] = inWork.clocks;
    const at = county('2020-02-14 09:50');
    const stopped = [acceptance!, suspend(solution!, 'WAITING_FOR_FIRM', at, noCalendar)];
    const because = { suspendedAt: at, suspendedBy: 'analyst-1', suspensionReason: 'WAITING_FOR_FIRM' } as const;
    const paused = cached({ ...inWork, ...because, status: 'SUSPENDED', clocks: stopped });
    const standing = await putTask(booted.service.db, { ...paused, issueId: inWork.issueId });

    const { version, ...rest } = await policies.shown();
    const lines = [
      { urgency: 'URGENT', ...usual },
      { acceptWithin: office('PT1H'), solveWithin: office('PT8H'), warnAt: [50] },
    ];
    expect(await policies.set({ expectedVersion: version, lines, urgeEvery: 'PT6H' })).toMatchObject({
      version: version + 1,
      setBy: 'commander-1',
      setAt: '2020-02-14T02:00:00.000Z',
      urgeEvery: 'PT6H',
      dispatchWithin: rest['dispatchWithin'],
    });
    expect(await eventsOf('taskforce.sla-policy.set.v1')).toEqual([
      { policy: 'SLA', policyVersion: version + 1, setBy: 'commander-1', setAt: '2020-02-14T02:00:00.000Z' },
    ]);

    const after = await policies.dispatched(county('2020-02-14 11:30'));
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

  it('binds what was dispatched by the version that was in force then, whenever that is heard', async () => {
    await policies.set({ lines: [{ ...usual, acceptWithin: hours('PT3H') }] });
    const { version } = await policies.shown();
    clock.set(county('2020-02-14 10:00:00.010'));
    await policies.set({ lines: [{ ...usual, acceptWithin: hours('PT1H') }] });
    const bound = async (at: string) => {
      const { policyVersion, dispatchedAt, nextDueAt } = await policies.dispatched(county(at));
      return [policyVersion - version, (nextDueAt!.getTime() - dispatchedAt.getTime()) / 3_600_000];
    };
    expect(await bound('2020-02-14 10:00:00.009')).toEqual([0, 3]);
    expect(await bound('2020-02-14 10:00:00.010')).toEqual([1, 1]);
    expect(await bound('2020-02-14 10:00:00.011')).toEqual([1, 1]);
  });

  it('keeps to the calendar that it was set with, until it is set again', async () => {
    clock.set(county('2020-02-14 08:00'));
    await policies.set({ lines: [{ ...usual, acceptWithin: office('PT4H') }] });
    const { week } = countyOffice;
    const days = [{ day: '2020-02-14', intervals: [] }];
    expect(
      await policies.setCalendar({ code: 'COUNTY_OFFICE', expectedVersion: 1, name: '县机关作息', week, days }, admin),
    ).toEqual({
      calendar: 'COUNTY_OFFICE',
      version: 2,
      name: '县机关作息',
      week,
      days,
      setBy: 'admin-1',
    });
    expect(await eventsOf('taskforce.working-calendar.set.v1')).toEqual([
      { calendar: 'COUNTY_OFFICE', calendarVersion: 2, setBy: 'admin-1', setAt: '2020-02-14T00:00:00.000Z' },
    ]);
    const before = await policies.dispatched(county('2020-02-14 08:30'));
    clock.set(county('2020-02-14 08:30'));
    await policies.set({ lines: [{ ...usual, acceptWithin: office('PT4H') }] });
    const after = await policies.dispatched(county('2020-02-14 08:30'));
    expect([before.nextDueAt, after.nextDueAt]).toEqual([county('2020-02-14 14:30'), county('2020-02-17 14:30')]);
  });

  it('is announced by events that are numbered from 1, though a version came with the product', async () => {
    await policies.set({ superviseAt: 3 });
    await policies.setCalendar({ code: 'COUNTY_OFFICE', name: '县机关作息', week: countyOffice.week, days: [] });
    const types = ['sla-policy', 'working-calendar'];
    const logged = `select aggregate_type, version from event_log where aggregate_type = any($1) and version = 1 order by 1`;
    expect(await booted.schema.db.source.query(logged, [types])).toEqual(
      types.map((aggregate_type) => ({ aggregate_type, version: 1 })),
    );
  });

  it('says how long a task may be returned and how far it is extended, to those that are dispatched from then on', async () => {
    const life = lifeOf(booted);
    clock.set(county('2020-02-14 09:30'));
    const before = await policies.dispatched(county('2020-02-14 09:30'));
    const { lines, version, setAt: _, ...rest } = await policies.shown();
    expect(rest).toMatchObject({ returnWithin: 'PT2H', extendAtMost: 'P30D' });
    expect(await policies.set({ returnWithin: 'PT10M', extendAtMost: 'PT1H' })).toMatchObject({
      ...rest,
      setBy: 'commander-1',
      version: version + 1,
      lines,
      returnWithin: 'PT10M',
      extendAtMost: 'PT1H',
    });
    const after = await policies.dispatched(county('2020-02-14 09:30'));
    clock.set(county('2020-02-14 09:40:00.001'));
    expect(codeOf(await life.give(after.id))).toEqual(['TASK_RETURN_TOO_LATE', null]);
    expect(await life.give(before.id)).toMatchObject({ status: 'RETURNED' });
    const due = new Date(String((await life.accept(after.id))['dueAt']));
    expect(codeOf(await life.extend(after.id, later(due, 3_600_001)))).toEqual(['EXTENSION_TOO_LONG', 'until']);
    expect(await life.extend(after.id, later(due, 3_600_000))).toMatchObject({
      dueAt: later(due, 3_600_000).toISOString(),
    });
  });

  it('says at which notice supervision opens and how soon is urged by hand again, to those that are dispatched from then on', async () => {
    const dispatchedAt = county('2020-02-14 09:30');
    const before = await policies.dispatched(dispatchedAt);
    clock.set(dispatchedAt);
    await policies.set({ superviseAt: 1, urgeByHandEvery: 'PT5M' });
    const after = await policies.dispatched(dispatchedAt);
    const byHand = `mutation ($taskId: ID!) { urgeTask(input: { taskId: $taskId, reason: "急" }) { ... on UrgingNoticeRejection { code } } }`;
    const urge = async ({ id: taskId }: { id: string }) =>
      (await booted.ask<{ urgeTask: object }>(byHand, { taskId }, { sub: 'analyst-1', roles: ['ANALYST'] })).data!
        .urgeTask;
    const twice = async (task: { id: string }) => {
      clock.set(dispatchedAt);
      const first = await urge(task);
      clock.set(later(dispatchedAt, 300_000));
      return [first, await urge(task)];
    };
    expect([await twice(before), await twice(after)]).toEqual([
      [{}, { code: 'TASK_URGED_LATELY' }],
      [{}, {}],
    ]);
    clock.set(county('2020-02-20 23:00'));
    await booted.service.app.get(UrgeOverdue).run();
    const supervised: unknown = await booted.schema.db.source.query('select task_id from supervision');
    expect(supervised).toEqual([{ task_id: after.id }]);
  });

  it('is set once for a version that was expected, however many set it at once', async () => {
    const { version } = await policies.shown();
    const before = await eventsOf('taskforce.sla-policy.set.v1');
    const said = await Promise.all(
      Array.from({ length: 10 }, (_, i) =>
        policies.set({ expectedVersion: version, lines: [usual], urgeEvery: `PT${i + 1}H` }),
      ),
    );
    expect(said.filter((one) => one.version === version + 1)).toHaveLength(1);
    expect(said.filter(({ code }) => code === 'SLA_POLICY_CHANGED')).toHaveLength(9);
    expect((await policies.shown()).version).toBe(version + 1);
    expect(await eventsOf('taskforce.sla-policy.set.v1')).toHaveLength(before.length + 1);
  });

  it('is set one after the other where nothing was expected', async () => {
    const { version } = await policies.shown();
    const said = await Promise.all(Array.from({ length: 5 }, () => policies.set({ lines: [usual] }, admin)));
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
    ['no time to return', { returnWithin: 'PT0S' }, 'SLA_DURATION_FAULTY', 'returnWithin'],
    ['supervision before any notice', { superviseAt: 0 }, 'SLA_NOTICES_OUT_OF_RANGE', 'superviseAt'],
    ['another version', { expectedVersion: 0, lines: [usual] }, 'SLA_POLICY_CHANGED', 'expectedVersion'],
  ])('is refused with %s, and stays as it is', async (_, input, code, field) => {
    const [before, said] = [await policies.shown(), await eventsOf('taskforce.sla-policy.set.v1')];
    expect(await policies.set(input)).toEqual({ code, field, message: expect.stringMatching(/[^{}]+/) });
    expect([await policies.shown(), await eventsOf('taskforce.sla-policy.set.v1')]).toEqual([before, said]);
  });

  it.each(roles.filter((role) => !['ADMIN', 'COMMANDER'].includes(role)))('is not for %s to set', async (role) => {
    const asker = { sub: 'somebody', roles: [role], task_force: 'TESTING' };
    for (const [document, input] of [
      [SET_POLICY, { lines: [usual] }],
      [SET_CALENDAR, { code: 'X', name: 'x', week: [], days: [] }],
    ] as const)
      expect((await booted.ask(document, { input }, asker)).errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
  });
});
