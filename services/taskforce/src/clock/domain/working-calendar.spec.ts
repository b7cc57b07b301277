import { describe, expect, it } from '@jest/globals';
import { countyOffice, holidays } from '../../../migrations/holidays.ts';
import { county, later } from '../../../test/builders.ts';
import { workingCalendar, type CalendarDefinition, type WorkingInterval } from './working-calendar.ts';

const offices = workingCalendar(countyOffice, 'Asia/Shanghai');
const [hour, day] = [3_600_000, 25_200_000];
const at = (text: string, byMs = 0) => later(county(text), byMs);

function aCalendar(intervals: readonly WorkingInterval[], days: CalendarDefinition['days'] = {}): CalendarDefinition {
  return { code: 'TEST', version: 1, name: '试', week: Array.from({ length: 7 }, () => intervals), days };
}

describe('the working time of the offices', () => {
  it.each([
    ['within the morning', '2020-02-14 09:00', '2020-02-14 11:30', 2.5 * hour],
    ['over noon', '2020-02-14 11:00', '2020-02-14 15:00', 2 * hour],
    ['of noon itself', '2020-02-14 12:00', '2020-02-14 14:00', 0],
    ['of a day', '2020-02-14 00:00', '2020-02-15 00:00', day],
    ['of a weekend', '2020-02-14 17:30', '2020-02-17 08:30', 0],
    ['over a weekend', '2020-02-14 17:00', '2020-02-17 09:00', hour],
    ['of a week', '2020-02-10 00:00', '2020-02-17 00:00', 5 * day],
    ['of the lengthened Spring Festival', '2020-01-23 17:30', '2020-02-03 08:30', 0],
    ['around it, with the Sunday that was worked before', '2020-01-18 00:00', '2020-02-04 00:00', 6 * day],
    ['of the day that was to be worked and was not', '2020-02-01 00:00', '2020-02-02 00:00', 0],
    ['of a Saturday that is worked', '2026-02-14 00:00', '2026-02-15 00:00', day],
    ['of the Spring Festival of 2026', '2026-02-14 17:30', '2026-02-24 08:30', 0],
    ['of a holiday in a year of which nothing is known', '2024-10-01 00:00', '2024-10-02 00:00', day],
    ['of no time at all', '2020-02-14 09:00', '2020-02-14 09:00', 0],
    ['of 2020: 249 days of work', '2020-01-01 00:00', '2021-01-01 00:00', 249 * day],
    ['of 2026: 248 days of work', '2026-01-01 00:00', '2027-01-01 00:00', 248 * day],
  ])('%s', (_, from, to, ms) => {
    expect(offices.between(at(from), at(to))).toBe(ms);
    expect(offices.between(at(to), at(from))).toBe(ms === 0 ? 0 : -ms);
  });

  it.each([
    ['08:30', [0, 0, 1]],
    ['12:00', [3.5 * hour - 1, 3.5 * hour, 3.5 * hour]],
    ['14:00', [3.5 * hour, 3.5 * hour, 3.5 * hour + 1]],
    ['17:30', [day - 1, day, day]],
  ])('counts to the millisecond around %s', (time, counted) => {
    const midnight = at('2020-02-14 00:00');
    expect([-1, 0, 1].map((ms) => offices.between(midnight, at(`2020-02-14 ${time}`, ms)))).toEqual(counted);
  });
});

describe('so much working time', () => {
  it.each([
    ['ends in the same morning', '2020-02-14 09:00', hour, '2020-02-14 10:00'],
    [
      'ends with the morning, not with the first instant of the afternoon',
      '2020-02-14 11:00',
      hour,
      '2020-02-14 12:00',
    ],
    ['goes on after noon', '2020-02-14 11:00', hour + 1, '2020-02-14 14:00:00.001'],
    ['goes on after the weekend', '2020-02-14 17:00', hour, '2020-02-17 09:00'],
    ['that starts at night begins in the morning', '2020-02-14 20:00', hour, '2020-02-17 09:30'],
    ['that starts at noon begins after it', '2020-02-14 12:30', hour, '2020-02-14 15:00'],
    ['leaves out the whole Spring Festival', '2020-01-23 15:30', 3 * hour, '2020-02-03 09:30'],
    ['uses a Saturday that is worked', '2026-02-13 17:00', 8 * hour, '2026-02-24 09:00'],
    ['of none ends where it starts, also at night', '2020-02-14 20:00', 0, '2020-02-14 20:00'],
    ['of half a year ends half a year later', '2020-01-01 00:00', 121 * day, '2020-06-30 17:30'],
  ])('%s', (_, from, ms, to) => {
    expect(offices.after(at(from), ms)).toEqual(at(to));
  });
});

describe('the working time of years', () => {
  it.each([
    ['from new year to new year', '2020-01-01 00:00', '2023-01-01 00:00'],
    ['from within a year to within another', '2019-03-07 15:21', '2023-11-08 16:42'],
    ['from the last working hours of a year', '2019-12-31 16:00', '2021-01-04 09:00'],
    ['to the first of the last year', '2019-06-01 00:00', '2022-01-01 10:00'],
    ["from within new year's day", '2024-01-01 15:00', '2026-05-06 00:00'],
  ])('%s is that of their days', (_, from, to) => {
    const [start, end] = [at(from), at(to)];
    const midnights = Array.from({ length: 2_700 }, (__, i) => later(at('2019-01-01 00:00'), i * 86_400_000));
    const cuts = [start, ...midnights.filter((midnight) => midnight > start && midnight < end), end];
    const byDay = cuts.slice(1).reduce((sum, cut, i) => sum + offices.between(cuts[i]!, cut), 0);
    expect(offices.between(start, end)).toBe(byDay);
  });
});

describe('working days', () => {
  it.each([
    ['2020-02-14', 1, '2020-02-17'],
    ['2020-02-15', 1, '2020-02-17'],
    ['2020-02-14', 2, '2020-02-18'],
    ['2020-01-22', 2, '2020-02-03'],
    ['2026-02-13', 2, '2026-02-24'],
    ['2020-02-14', 0, '2020-02-14'],
  ])('after %s: %d more lead to %s', (day_, days, found) => {
    expect(offices.workingDayAfter(day_, days)).toBe(found);
  });

  it('count whole, those without work not at all', () => {
    const days = offices.wholeDays;
    expect(days.between(at('2020-02-14 18:00'), at('2020-02-17 09:00'))).toBe(15 * hour);
    expect(days.after(at('2020-02-14 18:00'), 6 * hour)).toEqual(at('2020-02-15 00:00'));
    expect(days.after(at('2020-02-14 18:00'), 6 * hour + 1)).toEqual(at('2020-02-17 00:00:00.001'));
  });
});

describe('a calendar', () => {
  it('may work around midnight: 24:00 is the beginning of the next day', () => {
    const shifts = workingCalendar(
      aCalendar([
        { from: '00:00', to: '02:00' },
        { from: '22:00', to: '24:00' },
      ]),
      'Asia/Shanghai',
    );
    expect(shifts.between(at('2020-02-14 21:00'), at('2020-02-15 21:00'))).toBe(4 * hour);
    expect(shifts.after(at('2020-02-14 23:00'), 2 * hour)).toEqual(at('2020-02-15 01:00'));
  });

  it('follows the clocks of the county where they are put forward and back', () => {
    const night = aCalendar([{ from: '01:00', to: '04:00' }]);
    const berlin = workingCalendar(night, 'Europe/Berlin');
    expect(berlin.between(new Date('2026-03-28T23:00Z'), new Date('2026-03-29T22:00Z'))).toBe(2 * hour);
    expect(berlin.between(new Date('2026-10-24T22:00Z'), new Date('2026-10-25T23:00Z'))).toBe(4 * hour);
    const torn = aCalendar([
      { from: '02:15', to: '02:45' },
      { from: '02:50', to: '03:30' },
    ]);
    // 02:15 is shown as 03:15, 02:45 as 03:45, 02:50 as 03:50: what is left of the second is before its beginning
    const counted = workingCalendar(torn, 'Europe/Berlin').between(
      new Date('2026-03-28T23:00Z'),
      new Date('2026-03-29T22:00Z'),
    );
    expect(counted).toBe(0.5 * hour);
  });
});

describe('the holidays', () => {
  it.each([
    [2020, 30, 6],
    [2026, 33, 6],
  ])(
    'of %d are %d days off, with %d days worked instead, all of that year and none of them twice',
    (year, off, worked) => {
      const ofYear = Object.entries(countyOffice.days).filter(([day_]) => day_.startsWith(`${year}-`));
      expect(ofYear.filter(([, intervals]) => intervals.length === 0)).toHaveLength(off);
      expect(ofYear.filter(([, intervals]) => intervals.length > 0)).toHaveLength(worked);
      expect(holidays[year]!.worked.map((day_) => new Date(day_).getUTCDay()).every((n) => n === 0 || n === 6)).toBe(
        true,
      );
    },
  );
});
