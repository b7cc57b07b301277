import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { later } from '../../../test/builders.ts';
import { workingCalendar, type WorkingInterval } from './working-calendar.ts';

const STEP_MS = 900_000;
const STEPS = 8 * 96;
const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
/** Each begins a week before the clocks are changed, where they are. */
const places = [
  ['Asia/Shanghai', new Date('2020-02-10T00:00Z')],
  ['Europe/Berlin', new Date('2026-03-23T00:00Z')],
  ['America/New_York', new Date('2026-10-27T00:00Z')],
] as const;

const twoDigits = (hour: number) => `${String(hour).padStart(2, '0')}:00`;
const intervals: fc.Arbitrary<WorkingInterval[]> = fc
  .uniqueArray(fc.integer({ min: 0, max: 24 }), { maxLength: 6 })
  .map((hours) => hours.toSorted((a, b) => a - b))
  .map((hours) =>
    hours.flatMap((from, i) => (i % 2 === 1 || hours[i + 1] === undefined ? [] : [{ from, to: hours[i + 1]! }])),
  )
  .map((found) => found.map(({ from, to }) => ({ from: twoDigits(from), to: twoDigits(to) })));

interface Asked {
  readonly week: WorkingInterval[][];
  readonly different: WorkingInterval[];
  readonly place: (typeof places)[number];
  readonly from: number;
  readonly to: number;
}
const asked: fc.Arbitrary<Asked> = fc.record({
  week: fc.array(intervals, { minLength: 7, maxLength: 7 }),
  different: intervals,
  place: fc.constantFrom(...places),
  from: fc.integer({ min: 0, max: STEPS }),
  to: fc.integer({ min: 0, max: STEPS }),
});

/** What the clocks on the wall show, step by step. */
function shownAt(
  place: Asked['place'],
  step: number,
): { readonly day: string; readonly week: number; readonly time: string } {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone: place[0],
    dateStyle: 'short',
    timeStyle: 'short',
    hourCycle: 'h23',
  });
  const instant = later(place[1], step * STEP_MS);
  const [day = '', time = ''] = format.format(instant).split(', ');
  const name = new Intl.DateTimeFormat('en-GB', { timeZone: place[0], weekday: 'short' }).format(instant);
  return { day, time, week: weekdays.indexOf(name) };
}

const shown = new Map(
  places.map((place) => [place, Array.from({ length: STEPS + 1 }, (_, step) => shownAt(place, step))]),
);

/** The day that differs from its week: the fourth. */
const otherDay = (place: Asked['place']) => shown.get(place)![3 * 96]!.day;

function counts({ place, week, different }: Asked, step: number): boolean {
  const { day, week: weekday, time } = shown.get(place)![step]!;
  const work = day === otherDay(place) ? different : week[weekday]!;
  return work.some(({ from, to }) => from <= time && time < to);
}

describe('of any calendar', () => {
  it('what counts between two instants, and when so much has counted, is what the clocks on the wall say', () => {
    fc.assert(
      fc.property(asked, (one) => {
        const { week, different, place } = one;
        const definition = { code: 'ANY', version: 1, name: '任意', week, days: { [otherDay(place)]: different } };
        const calendar = workingCalendar(definition, place[0]);
        const [from, to] = one.from < one.to ? [one.from, one.to] : [one.to, one.from];
        const steps = Array.from({ length: to - from }, (_, i) => from + i).filter((step) => counts(one, step));
        const instant = (step: number) => later(place[1], step * STEP_MS);
        expect(calendar.between(instant(from), instant(to))).toBe(steps.length * STEP_MS);
        const last = steps.at(-1);
        expect(calendar.after(instant(from), steps.length * STEP_MS)).toEqual(
          instant(last === undefined ? from : last + 1),
        );
      }),
      { numRuns: 400 },
    );
  });
});
