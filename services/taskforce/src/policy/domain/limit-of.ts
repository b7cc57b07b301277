import type { CalendarVersion, TimeLimit } from '../../clock/domain/time-limit.ts';
import { durationMs } from '../../clock/domain/duration.ts';
import { reject } from './rejections.ts';

/** A time limit as somebody states it; what its kind does not ask for is missing. */
export interface StatedLimit {
  readonly kind: TimeLimit['kind'];
  readonly duration: string | null;
  readonly days: number | null;
  /** the code of a working calendar */
  readonly calendar: string | null;
}

/** The newest version of a working calendar, and how many milliseconds of work there are in the ten years to come. */
export interface NewestCalendar {
  readonly version: number;
  readonly workMs: number;
}

/** Working calendars, by code. */
export type Calendars = ReadonlyMap<string, NewestCalendar>;

const DAYS_AT_MOST = 366;
const LONGEST_MS = DAYS_AT_MOST * 86_400_000;
const asked: Readonly<Record<TimeLimit['kind'], readonly (keyof StatedLimit)[]>> = {
  ELAPSED: ['duration'],
  WORKING: ['duration', 'calendar'],
  SAME_DAY: [],
  WHOLE_DAYS: ['days'],
};

/** @throws SLA_DURATION_FAULTY unless it is a length of time from `least`, by default a millisecond, to 366 days */
export function assertDuration(duration: string, field: string, least = 'PT0.001S'): void {
  const refused = () => reject('SLA_DURATION_FAULTY', { field, least });
  let ms: number;
  try {
    ms = durationMs(duration);
  } catch (cause) {
    if (cause instanceof TypeError) throw refused();
    throw cause;
  }
  if (ms < durationMs(least) || ms > LONGEST_MS) throw refused();
}

/** @throws FIELD_REQUIRED, FIELD_MALFORMED where something is missing or has no meaning for the kind */
function assertAsked(stated: StatedLimit, field: string): void {
  const optional = stated.kind === 'WHOLE_DAYS' ? ['calendar'] : [];
  for (const name of ['duration', 'days', 'calendar'] as const) {
    const at = { field: `${field}.${name}` };
    const isAsked = asked[stated.kind].includes(name);
    if (isAsked && stated[name] === null) throw reject('FIELD_REQUIRED', at);
    if (!isAsked && !optional.includes(name) && stated[name] !== null) throw reject('FIELD_MALFORMED', at);
  }
}

/** @throws SLA_CALENDAR_UNKNOWN, SLA_DURATION_OUT_OF_REACH */
function versionOf(code: string, { duration }: StatedLimit, field: string, calendars: Calendars): CalendarVersion {
  const newest = calendars.get(code);
  if (newest === undefined) throw reject('SLA_CALENDAR_UNKNOWN', { field: `${field}.calendar` });
  if (duration !== null && durationMs(duration) > newest.workMs)
    throw reject('SLA_DURATION_OUT_OF_REACH', { field: `${field}.duration` });
  return { code, version: newest.version };
}

/**
 * The limit that was stated, bound to the newest version of its calendar: a later one does not touch it.
 * @throws what is wrong with it, naming the field
 */
export function limitOf(stated: StatedLimit, field: string, calendars: Calendars): TimeLimit {
  assertAsked(stated, field);
  const { kind, duration, days, calendar: code } = stated;
  if (duration !== null) assertDuration(duration, `${field}.duration`);
  if (days !== null && (days < 1 || days > DAYS_AT_MOST))
    throw reject('SLA_DAYS_OUT_OF_RANGE', { field: `${field}.days` });
  const calendar = code === null ? null : versionOf(code, stated, field, calendars);
  switch (kind) {
    case 'ELAPSED':
      return { kind, duration: duration! };
    case 'WORKING':
      return { kind, duration: duration!, calendar: calendar! };
    case 'SAME_DAY':
      return { kind };
    case 'WHOLE_DAYS':
      return { kind, days: days!, calendar };
  }
}
