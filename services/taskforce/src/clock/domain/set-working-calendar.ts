import type { Announcement } from '@qifutong/contracts/define-event';
import { workingCalendarSet } from '@qifutong/contracts/taskforce/working-calendar-set';
import { addDays } from '@qifutong/kernel/county-time';
import type { Decision } from '@qifutong/kernel/decision';
import { reject } from './rejections.ts';
import { workOf, type CalendarDefinition, type WorkingInterval } from './working-calendar.ts';

/** A day that differs from its week. */
export interface StatedDay {
  readonly day: string;
  readonly intervals: readonly WorkingInterval[];
}

export interface StatedCalendar {
  readonly code: string;
  /** the version that it is meant to follow, 0 for none; null: whatever is there */
  readonly expectedVersion: number | null;
  readonly name: string;
  readonly week: readonly (readonly WorkingInterval[])[];
  readonly days: readonly StatedDay[];
}

export interface CalendarSet extends CalendarDefinition {
  readonly setAt: Date;
  /** null: it came with the product */
  readonly setBy: string | null;
}

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;
const INTERVALS_AT_MOST = 24;
const DAYS_AT_MOST = 5_000;

/** @throws CALENDAR_TIME_FAULTY, CALENDAR_INTERVAL_FALLING, CALENDAR_INTERVALS_OVERLAP, CALENDAR_TOO_LONG */
function assertIntervals(intervals: readonly WorkingInterval[], field: string): void {
  if (intervals.length > INTERVALS_AT_MOST) throw reject('CALENDAR_TOO_LONG', { field, limit: INTERVALS_AT_MOST });
  intervals.forEach(({ from, to }, i) => {
    const at = `${field}.${i}`;
    if (!TIME.test(from)) throw reject('CALENDAR_TIME_FAULTY', { field: `${at}.from` });
    if (!TIME.test(to) && to !== '24:00') throw reject('CALENDAR_TIME_FAULTY', { field: `${at}.to` });
    if (to <= from) throw reject('CALENDAR_INTERVAL_FALLING', { field: at });
    if (i > 0 && from < intervals[i - 1]!.to) throw reject('CALENDAR_INTERVALS_OVERLAP', { field: at });
  });
}

/** There is 29 February in a leap year alone, and Postgres has no year 0. */
function isDay(day: string): boolean {
  const instant = new Date(`${day}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(day) && !day.startsWith('0000') && instant.toJSON()?.slice(0, 10) === day;
}

/** @throws CALENDAR_DAY_UNKNOWN, CALENDAR_DAY_REPEATED, CALENDAR_TOO_LONG, or what is wrong with a day's intervals */
function assertDays(days: readonly StatedDay[]): void {
  if (days.length > DAYS_AT_MOST) throw reject('CALENDAR_TOO_LONG', { field: 'days', limit: DAYS_AT_MOST });
  const known = new Set<string>();
  days.forEach(({ day, intervals }, i) => {
    const field = `days.${i}`;
    if (!isDay(day)) throw reject('CALENDAR_DAY_UNKNOWN', { field: `${field}.day`, day });
    if (known.has(day)) throw reject('CALENDAR_DAY_REPEATED', { field: `${field}.day`, day });
    known.add(day);
    assertIntervals(intervals, `${field}.intervals`);
  });
}

function hasWork(calendar: Pick<CalendarDefinition, 'week' | 'days'>, year: string): boolean {
  for (let day = `${year}-01-01`; day.startsWith(year); day = addDays(day, 1))
    if (workOf(calendar, day).length > 0) return true;
  return false;
}

/**
 * A clock that follows the calendar ends one day: there is work in every year, known or not.
 * @throws CALENDAR_WITHOUT_WORK
 */
function assertWorkable(calendar: Pick<CalendarDefinition, 'week' | 'days'>): void {
  if (calendar.week.every((intervals) => intervals.length === 0))
    throw reject('CALENDAR_WITHOUT_WORK', { field: 'week', year: '一周' });
  const years = new Set(Object.keys(calendar.days).map((day) => day.slice(0, 4)));
  const idle = [...years].find((year) => !hasWork(calendar, year));
  if (idle !== undefined) throw reject('CALENDAR_WITHOUT_WORK', { field: 'days', year: `${idle} 年` });
}

/** 工作日历: a new version of it, or the first. Limits that were set before keep to the version that they were set with. */
export function setWorkingCalendar(
  version: number,
  { expectedVersion, days: stated, ...calendar }: StatedCalendar,
  { by }: { readonly by: string },
  now: Date,
): Decision<CalendarSet, Announcement> {
  if (expectedVersion !== null && expectedVersion !== version)
    throw reject('CALENDAR_CHANGED', { field: 'expectedVersion', version });
  if (calendar.week.length !== 7) throw reject('CALENDAR_WEEK_INCOMPLETE', { field: 'week' });
  calendar.week.forEach((intervals, i) => assertIntervals(intervals, `week.${i}`));
  assertDays(stated);
  const days = Object.fromEntries(stated.map(({ day, intervals }) => [day, intervals]));
  assertWorkable({ week: calendar.week, days });
  const state = { ...calendar, days, version: version + 1, setAt: now, setBy: by };
  const told = { calendar: state.code, calendarVersion: state.version, setBy: by, setAt: now.toISOString() };
  return { state, events: [workingCalendarSet(told)] };
}
