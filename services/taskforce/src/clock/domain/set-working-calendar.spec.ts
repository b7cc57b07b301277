import { describe, expect, it } from '@jest/globals';
import { workingCalendarSet } from '@qifutong/contracts/taskforce/working-calendar-set';
import { countyOffice } from '../../../migrations/holidays.ts';
import { county } from '../../../test/builders.ts';
import { refusalOf } from '../../../test/refusal.ts';
import { setWorkingCalendar, type StatedCalendar } from './set-working-calendar.ts';
import type { WorkingInterval } from './working-calendar.ts';

const now = county('2020-02-14 10:00');
const by = 'commander-1';
const nine = [{ from: '09:00', to: '17:00' }];
const none: WorkingInterval[] = [];
const fiveDays = [nine, nine, nine, nine, nine, none, none];

function stated(named: Partial<StatedCalendar> = {}): StatedCalendar {
  return { code: 'SHIFTS', expectedVersion: null, name: '轮班', week: fiveDays, days: [], ...named };
}
const set = (named: Partial<StatedCalendar>, version = 0) => setWorkingCalendar(version, stated(named), { by }, now);

/** Every day of a year, without work. */
function idle(year: number) {
  const days = [];
  for (let at = Date.UTC(year, 0, 1); at < Date.UTC(year + 1, 0, 1); at += 86_400_000)
    days.push({ day: new Date(at).toISOString().slice(0, 10), intervals: none });
  return days;
}

describe('a working calendar', () => {
  it('that is set is a new version, which says who set it, and is announced', () => {
    const days = [
      { day: '2020-02-17', intervals: none },
      { day: '2020-02-22', intervals: [{ from: '22:00', to: '24:00' }] },
    ];
    expect(set({ days }, 3)).toEqual({
      state: {
        code: 'SHIFTS',
        version: 4,
        name: '轮班',
        week: fiveDays,
        days: { '2020-02-17': [], '2020-02-22': [{ from: '22:00', to: '24:00' }] },
        setAt: now,
        setBy: by,
      },
      events: [
        workingCalendarSet({ calendar: 'SHIFTS', calendarVersion: 4, setBy: by, setAt: '2020-02-14T02:00:00.000Z' }),
      ],
    });
  });

  it('that came with the product would be taken', () => {
    const { days, version: _, ...calendar } = countyOffice;
    const asStated = Object.entries(days).map(([day, intervals]) => ({ day, intervals }));
    expect(set({ ...calendar, days: asStated }).state).toEqual({ ...countyOffice, setAt: now, setBy: by });
  });

  it('may have several times of work a day that touch, and may leave a whole year to its week', () => {
    const touching = [
      { from: '00:00', to: '08:00' },
      { from: '08:00', to: '24:00' },
    ];
    expect(set({ week: [touching, none, none, none, none, none, none] }).state.week[0]).toEqual(touching);
    const worked = idle(2021).map((one) => (one.day === '2021-12-31' ? { ...one, intervals: nine } : one));
    expect(Object.keys(set({ days: worked }).state.days)).toHaveLength(365);
  });

  const monday = (...intervals: WorkingInterval[]) => ({ week: [intervals, nine, nine, nine, nine, none, none] });
  const onDay = (day: string, ...intervals: WorkingInterval[]) => ({ days: [{ day, intervals }] });
  const morning = { from: '08:30', to: '12:00' };
  it.each([
    ['another version than was expected', { expectedVersion: 1 }, 'CALENDAR_CHANGED', 'expectedVersion'],
    ['six days a week', { week: fiveDays.slice(1) }, 'CALENDAR_WEEK_INCOMPLETE', 'week'],
    ['eight days a week', { week: [...fiveDays, nine] }, 'CALENDAR_WEEK_INCOMPLETE', 'week'],
    ['no such hour', monday({ from: '24:00', to: '24:00' }), 'CALENDAR_TIME_FAULTY', 'week.0.0.from'],
    ['no such minute', monday({ from: '08:00', to: '09:60' }), 'CALENDAR_TIME_FAULTY', 'week.0.0.to'],
    ['no time at all', monday(morning, { from: '8 Uhr', to: '09:00' }), 'CALENDAR_TIME_FAULTY', 'week.0.1.from'],
    ['an end before its beginning', monday({ from: '12:00', to: '08:30' }), 'CALENDAR_INTERVAL_FALLING', 'week.0.0'],
    ['an end at its beginning', monday({ from: '12:00', to: '12:00' }), 'CALENDAR_INTERVAL_FALLING', 'week.0.0'],
    [
      'an overlap of a minute',
      monday(morning, { from: '11:59', to: '17:30' }),
      'CALENDAR_INTERVALS_OVERLAP',
      'week.0.1',
    ],
    ['a wrong order', monday({ from: '14:00', to: '17:30' }, morning), 'CALENDAR_INTERVALS_OVERLAP', 'week.0.1'],
    ['a day that is none', onDay('2021-02-29'), 'CALENDAR_DAY_UNKNOWN', 'days.0.day'],
    ['the year 0', onDay('0000-01-01'), 'CALENDAR_DAY_UNKNOWN', 'days.0.day'],
    ['words for a day', onDay('元旦'), 'CALENDAR_DAY_UNKNOWN', 'days.0.day'],
    [
      'a day twice',
      { days: [...idle(2020).slice(0, 1), ...idle(2020).slice(0, 1)] },
      'CALENDAR_DAY_REPEATED',
      'days.1.day',
    ],
    [
      'a fault on a day',
      onDay('2020-02-14', { from: '9', to: '10:00' }),
      'CALENDAR_TIME_FAULTY',
      'days.0.intervals.0.from',
    ],
    [
      'a week without work',
      { week: fiveDays.map(() => none), ...onDay('2020-02-14', morning) },
      'CALENDAR_WITHOUT_WORK',
      'week',
    ],
    ['a year without work', { days: idle(2021) }, 'CALENDAR_WITHOUT_WORK', 'days'],
    [
      'too many days',
      { days: Array.from({ length: 14 }, (_, i) => idle(2001 + i)).flat() },
      'CALENDAR_TOO_LONG',
      'days',
    ],
  ] as [string, Partial<StatedCalendar>, string, string][])('is refused with %s', (_, named, code, field) => {
    expect(refusalOf(() => set(named))).toEqual({ code, field });
  });
});
