import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { boot, type Booted } from '@qifutong/testkit/boot';
import { fixedClock } from '@qifutong/testkit/clock';
import { county, elapsed } from './builders.ts';
import { office, Policies, SET_CALENDAR, usual } from './policies.ts';
import { commander, withoutJobs } from './world.ts';

let booted: Booted;
let policies: Policies;
beforeAll(async () => {
  booted = await boot(withoutJobs, { clock: fixedClock(county('2020-02-14 10:00')) });
  policies = new Policies(booted);
});
afterAll(() => booted?.stop());

describe('a working calendar', () => {
  const work = [{ from: '09:00', to: '17:00' }];
  const all = { name: '轮班', week: [work, work, work, work, work, [], []], days: [] };

  it('may be new, and is then what limits can name', async () => {
    expect(await policies.setCalendar({ code: 'SHIFTS', expectedVersion: 0, ...all })).toMatchObject({
      calendar: 'SHIFTS',
      version: 1,
    });
    await policies.set({ lines: [{ ...usual, acceptWithin: { ...office('PT1H'), calendar: 'SHIFTS' } }] });
    expect((await policies.dispatched(county('2020-02-14 16:30'))).nextDueAt).toEqual(county('2020-02-17 09:30'));
    await policies.set({ lines: [usual] });
    expect((await policies.dispatched(county('2020-02-14 16:30'))).solveWithin).toEqual(elapsed('PT24H'));
  });

  it('is read in every version that a limit may name, and is null where there is none', async () => {
    await policies.setCalendar({ code: 'OLD', ...all, days: [{ day: '2020-02-14', intervals: work }] });
    await policies.setCalendar({ code: 'OLD', ...all, name: '三班' });
    const asked = `query ($code: ID!, $version: Int) { workingCalendar(code: $code, version: $version) { version name days { day } } }`;
    const read = async (code: string, version: number | null) =>
      (await booted.ask<{ workingCalendar: unknown }>(asked, { code, version }, commander)).data!.workingCalendar;
    const newest = { version: 2, name: '三班', days: [] };
    expect(await read('OLD', 1)).toEqual({ version: 1, name: '轮班', days: [{ day: '2020-02-14' }] });
    expect([await read('OLD', 2), await read('OLD', null)]).toEqual([newest, newest]);
    expect([await read('OLD', 3), await read('NONE', null), await read('OLD\u0000', 1)]).toEqual([null, null, null]);
  });

  it('is set once for a version that was expected, however many set it at once', async () => {
    const said = await Promise.all(
      Array.from({ length: 10 }, () => policies.setCalendar({ code: 'RACE', expectedVersion: 0, ...all })),
    );
    expect(said.filter(({ version }) => version === 1)).toHaveLength(1);
    expect(said.filter(({ code }) => code === 'CALENDAR_CHANGED')).toHaveLength(9);
  });

  it('that two set at the same time, expecting nothing, has two more versions: nobody’s is lost', async () => {
    const names = Array.from({ length: 10 }, (_, i) => `第${i + 1}班`);
    const said = await Promise.all(names.map((name) => policies.setCalendar({ code: 'TURNS', ...all, name })));
    expect(said.map(({ version }) => version).toSorted((a, b) => a! - b!)).toEqual(names.map((_, i) => i + 1));
    const kept: { name: string }[] = await booted.service.db.source.query(
      `select name from working_calendar where code = 'TURNS'`,
    );
    expect(new Set(kept.map(({ name }) => name))).toEqual(new Set(names));
  });

  it('of which a limit asks more work than there is in ten years is refused to that limit, and at once', async () => {
    const minute = [{ from: '09:00', to: '09:01' }];
    await policies.setCalendar({ code: 'IDLE', ...all, week: [minute, [], [], [], [], [], []] });
    const asking = (duration: string) =>
      policies.set({ lines: [{ ...usual, solveWithin: { ...office(duration), calendar: 'IDLE' } }] });
    expect(await asking('P366D')).toMatchObject({
      code: 'SLA_DURATION_OUT_OF_REACH',
      field: 'lines.0.solveWithin.duration',
    });
    expect(await asking('PT8H')).toMatchObject({ version: expect.any(Number) });
    await policies.set({ lines: [usual] });
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
    expect(await policies.setCalendar({ code: 'FAULTY', ...all, ...named })).toEqual({ code, field });
    const found: unknown[] = await booted.schema.db.source.query(`select from working_calendar where code = 'FAULTY'`);
    expect(found).toHaveLength(0);
  });

  it('with a day that is none is refused where it is read', async () => {
    const input = { code: 'FAULTY', ...all, days: [{ day: '2021-02-29', intervals: [] }] };
    const { errors } = await booted.ask(SET_CALENDAR, { input }, commander);
    expect(errors?.[0]?.message).toMatch(/days\[0\]\.day/);
  });
});
