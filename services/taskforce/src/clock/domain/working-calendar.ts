import { addDays, countyDay, countyInstant, weekday } from '@qifutong/kernel/county-time';
import type { Measure, WorkingCalendar } from './time-limit.ts';

/** Working time of a day by the county's clocks, `HH:MM` each, `24:00` at the latest; several a day do not overlap and rise. */
export interface WorkingInterval {
  readonly from: string;
  readonly to: string;
}

/** 工作日历: a version of it, as it was set. */
export interface CalendarDefinition {
  readonly code: string;
  readonly version: number;
  readonly name: string;
  /** Monday to Sunday; empty: no work */
  readonly week: readonly (readonly WorkingInterval[])[];
  /** days that differ from their week: holidays (empty) and make-up workdays (调休), by `YYYY-MM-DD` */
  readonly days: Readonly<Record<string, readonly WorkingInterval[]>>;
}

/** Milliseconds of the epoch, the end excluded. */
interface Span {
  readonly from: number;
  readonly to: number;
}

interface Day {
  readonly spans: readonly Span[];
  readonly next: string;
}

/** A day's working time; a day of which the calendar says nothing is as its week. */
export function workOf(definition: Pick<CalendarDefinition, 'week' | 'days'>, day: string): readonly WorkingInterval[] {
  return definition.days[day] ?? definition.week[weekday(day) - 1] ?? [];
}

/** What of the passing time is working time. The definition has work in every year, see `assertWorkable`. */
export function workingCalendar(definition: CalendarDefinition, timeZone: string): WorkingCalendar {
  const works = (day: string) => workOf(definition, day).length > 0;
  const spans = (day: string) => spansOf(workOf(definition, day), day, timeZone);
  const whole = (day: string) => (works(day) ? spansOf([{ from: '00:00', to: '24:00' }], day, timeZone) : []);
  return {
    ...counting(spans, timeZone),
    wholeDays: counting(whole, timeZone),
    workingDayAfter: (day, days) => {
      let [found, left] = [day, days];
      while (left > 0) {
        found = addDays(found, 1);
        if (works(found)) left -= 1;
      }
      return found;
    },
  };
}

/** Where the clocks are put forward or back within working hours, no instant counts twice. */
function spansOf(intervals: readonly WorkingInterval[], day: string, timeZone: string): readonly Span[] {
  return intervals.reduce<readonly Span[]>((spans, interval) => {
    const from = Math.max(countyInstant(day, interval.from, timeZone).getTime(), spans.at(-1)?.to ?? -Infinity);
    const to = countyInstant(day, interval.to, timeZone).getTime();
    return to > from ? [...spans, { from, to }] : spans;
  }, []);
}

/** The days and the whole years of a calendar, each looked up once. */
interface Known {
  readonly day: (day: string) => Day;
  /** how much there is in the year that begins on that day */
  readonly year: (newYear: string) => number;
}

function knowing(spansOfDay: (day: string) => readonly Span[]): Known {
  const [days, years] = [new Map<string, Day>(), new Map<string, number>()];
  return {
    day: (day) => {
      const found = days.get(day) ?? { spans: spansOfDay(day), next: addDays(day, 1) };
      days.set(day, found);
      return found;
    },
    year: (newYear) => {
      const found = years.get(newYear) ?? lengthOf(daysOf(newYear).flatMap((day) => [...spansOfDay(day)]));
      years.set(newYear, found);
      return found;
    },
  };
}

/** Counts by days and whole years: a span costs a step for each of its years and for the days of two at most. */
function counting(spansOfDay: (day: string) => readonly Span[], timeZone: string): Measure {
  const known = knowing(spansOfDay);
  const between = (from: Date, to: Date): number => {
    if (to < from) return 0 - between(to, from);
    const [first, last] = [countyDay(from, timeZone), countyDay(to, timeZone)];
    const within = { from: from.getTime(), to: to.getTime() };
    let [counted, day] = [0, first];
    while (day <= last) {
      const isWhole = day > first && isNewYear(day) && nextYear(day) <= last;
      counted += isWhole ? known.year(day) : lengthOf(known.day(day).spans, within);
      day = isWhole ? nextYear(day) : known.day(day).next;
    }
    return counted;
  };
  const after = (from: Date, ms: number): Date => {
    if (ms <= 0) return from;
    const start = from.getTime();
    let left = ms;
    for (let day = countyDay(from, timeZone); ; day = known.day(day).next)
      for (const span of known.day(day).spans) {
        const counts = Math.max(0, span.to - Math.max(span.from, start));
        if (left <= counts) return new Date(span.to - counts + left);
        left -= counts;
      }
  };
  return { between, after };
}

/** Milliseconds of those spans, as far as they lie within another. */
function lengthOf(spans: readonly Span[], within: Span = { from: -Infinity, to: Infinity }): number {
  const parts = spans.map(({ from, to }) => Math.min(to, within.to) - Math.max(from, within.from));
  return parts.reduce((sum, part) => sum + Math.max(0, part), 0);
}

const isNewYear = (day: string) => day.endsWith('-01-01');
const nextYear = (day: string) => `${String(Number(day.slice(0, 4)) + 1).padStart(4, '0')}-01-01`;

function daysOf(newYear: string): string[] {
  const days = [];
  for (let day = newYear; day < nextYear(newYear); day = addDays(day, 1)) days.push(day);
  return days;
}
