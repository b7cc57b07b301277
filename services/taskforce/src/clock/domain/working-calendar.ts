import type { WorkingCalendar } from './time-limit.ts';

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

/** What of the passing time is working time. */
export function workingCalendar(definition: CalendarDefinition, timeZone: string): WorkingCalendar {
  throw new TypeError(`${definition.code} in ${timeZone}`);
}
