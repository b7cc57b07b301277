import type { CalendarDefinition } from '../src/clock/domain/working-calendar.ts';

/** Days off from the first to the last, and days on a weekend that are worked instead (调休), as the State Council announced them. */
interface Year {
  readonly off: readonly (readonly [name: string, first: string, last: string])[];
  readonly worked: readonly string[];
}

export const holidays: Readonly<Record<number, Year>> = {
  2020: {
    off: [
      ['元旦', '2020-01-01', '2020-01-01'],
      // to 30 Jan at first; lengthened on 26 Jan, which also took back the work on 1 Feb
      ['春节', '2020-01-24', '2020-02-02'],
      ['清明节', '2020-04-04', '2020-04-06'],
      ['劳动节', '2020-05-01', '2020-05-05'],
      ['端午节', '2020-06-25', '2020-06-27'],
      ['国庆节、中秋节', '2020-10-01', '2020-10-08'],
    ],
    worked: ['2020-01-19', '2020-04-26', '2020-05-09', '2020-06-28', '2020-09-27', '2020-10-10'],
  },
  2026: {
    off: [
      ['元旦', '2026-01-01', '2026-01-03'],
      ['春节', '2026-02-15', '2026-02-23'],
      ['清明节', '2026-04-04', '2026-04-06'],
      ['劳动节', '2026-05-01', '2026-05-05'],
      ['端午节', '2026-06-19', '2026-06-21'],
      ['中秋节', '2026-09-25', '2026-09-27'],
      ['国庆节', '2026-10-01', '2026-10-07'],
    ],
    worked: ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
  },
};

const officeHours = [
  { from: '08:30', to: '12:00' },
  { from: '14:00', to: '17:30' },
];

function daysOff(first: string, last: string): string[] {
  const days = [];
  for (let day = Date.parse(first); day <= Date.parse(last); day += 86_400_000)
    days.push(new Date(day).toISOString().slice(0, 10));
  return days;
}

/** 县机关作息: when the county's offices work. */
export const countyOffice: CalendarDefinition = {
  code: 'COUNTY_OFFICE',
  version: 1,
  name: '县机关作息',
  week: [officeHours, officeHours, officeHours, officeHours, officeHours, [], []],
  days: Object.fromEntries<CalendarDefinition['week'][number]>(
    Object.values(holidays).flatMap(({ off, worked }) => [
      ...off.flatMap(([, first, last]) => daysOff(first, last).map((day) => [day, []] as const)),
      ...worked.map((day) => [day, officeHours] as const),
    ]),
  ),
};
