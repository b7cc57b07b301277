import { addDays, countyDay, endOfCountyDay } from '@qifutong/kernel/county-time';
import { durationMs } from './duration.ts';

/** One version of a working calendar; a clock keeps to the one that it started with. */
export interface CalendarVersion {
  readonly code: string;
  readonly version: number;
}

/** How long a clock may run, and what counts. */
export type TimeLimit =
  /** around the clock, holidays included; an ISO 8601 duration */
  | { readonly kind: 'ELAPSED'; readonly duration: string }
  /** the calendar's working time alone */
  | { readonly kind: 'WORKING'; readonly duration: string; readonly calendar: CalendarVersion }
  /** 即收即办, 当日转办: to the end of the county day on which it starts */
  | { readonly kind: 'SAME_DAY' }
  /** 难点问题2天: to the end of the day so many days after that on which it starts; of working days where a calendar is named */
  | { readonly kind: 'WHOLE_DAYS'; readonly days: number; readonly calendar: CalendarVersion | null };

/** Which of the passing time counts. */
export interface Measure {
  /** milliseconds that count between two instants */
  between(from: Date, to: Date): number;
  /** the first instant at which so many milliseconds have counted; `from` itself for none */
  after(from: Date, ms: number): Date;
}

/** 工作日历: what of the passing time is working time, in one version. */
export interface WorkingCalendar extends Measure {
  /** counts all 24 hours of every day on which there is work */
  readonly wholeDays: Measure;
  /** the day, `YYYY-MM-DD`, that is so many working days after a day */
  workingDayAfter(day: string, days: number): string;
}

/** What a rule must know of the county's time. */
export interface CountyTime {
  readonly timeZone: string;
  /** @throws TypeError on one that is not known: a clock never refers to such a one */
  calendar(version: CalendarVersion): WorkingCalendar;
}

/** 7 times 24 hours a week. */
const aroundTheClock: Measure = {
  between: (from, to) => to.getTime() - from.getTime(),
  after: (from, ms) => new Date(from.getTime() + ms),
};

export function measureOf(limit: TimeLimit, time: CountyTime): Measure {
  if (limit.kind === 'WORKING') return time.calendar(limit.calendar);
  if (limit.kind === 'WHOLE_DAYS' && limit.calendar !== null) return time.calendar(limit.calendar).wholeDays;
  return aroundTheClock;
}

/** How many milliseconds that count the limit leaves to a clock that starts now. */
export function allowance(limit: TimeLimit, start: Date, time: CountyTime): number {
  if (limit.kind === 'ELAPSED' || limit.kind === 'WORKING') return durationMs(limit.duration);
  const end = endOfCountyDay(lastDay(limit, countyDay(start, time.timeZone), time), time.timeZone);
  return measureOf(limit, time).between(start, end);
}

function lastDay(limit: TimeLimit & { kind: 'SAME_DAY' | 'WHOLE_DAYS' }, day: string, time: CountyTime): string {
  if (limit.kind === 'SAME_DAY') return day;
  const { days, calendar } = limit;
  return calendar === null ? addDays(day, days) : time.calendar(calendar).workingDayAfter(day, days);
}
