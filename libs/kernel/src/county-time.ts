import { Temporal } from 'temporal-polyfill';

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  formatters.set(timeZone, made);
  return made;
}

const MINUTE_MS = 60_000;
/** zones differ from UTC by whole minutes since then, and change at whole minutes */
const WHOLE_MINUTES_SINCE = Date.UTC(1973, 0);
const MOST_REMEMBERED = 400_000;
const remembered = new Map<string, Map<number, string>>();

/** Formatting takes ten times as long as looking up, and a history asks for the same minutes again and again. */
function dayOfMinute(minute: number, timeZone: string): string {
  const days = remembered.get(timeZone) ?? new Map<number, string>();
  remembered.set(timeZone, days);
  const known = days.get(minute);
  if (known !== undefined) return known;
  if (days.size >= MOST_REMEMBERED) days.clear();
  const day = formatter(timeZone).format(minute * MINUTE_MS);
  days.set(minute, day);
  return day;
}

/**
 * The county's calendar day on which an instant falls.
 * @param timeZone an IANA name, e.g. Asia/Shanghai
 * @returns `YYYY-MM-DD`
 */
export function countyDay(instant: Date, timeZone: string): string {
  const ms = instant.getTime();
  if (!(ms >= WHOLE_MINUTES_SINCE)) return formatter(timeZone).format(instant);
  return dayOfMinute(Math.floor(ms / MINUTE_MS), timeZone);
}

/** The day without dashes, as numbers of issues and notices carry it: `20200214`. */
export function compactDay(day: string): string {
  return day.replaceAll('-', '');
}

/** The day so many days after (before, where negative) a day, `YYYY-MM-DD`. */
export function addDays(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}

/** 1 Monday to 7 Sunday. */
export function weekday(day: string): number {
  return Temporal.PlainDate.from(day).dayOfWeek;
}

/**
 * The instant at which the county's clocks show a time on a day.
 * @param time `HH:MM`; `24:00` is the beginning of the next day
 */
export function countyInstant(day: string, time: string, timeZone: string): Date {
  if (time === '24:00') return countyInstant(addDays(day, 1), '00:00', timeZone);
  const shown = Temporal.PlainDate.from(day).toZonedDateTime({ timeZone, plainTime: time });
  return new Date(shown.epochMilliseconds);
}

/** The last millisecond of a day, `23:59:59.999` by the county's clocks. */
export function endOfCountyDay(day: string, timeZone: string): Date {
  return new Date(countyInstant(day, '24:00', timeZone).getTime() - 1);
}

/** The day as the county's documents write it: `2020年2月15日`. */
export function writtenDay(day: string): string {
  const { year, month, day: ofMonth } = Temporal.PlainDate.from(day);
  return `${year}年${month}月${ofMonth}日`;
}

/** An instant as the county's documents write it, to the minute: `2020年2月15日10时00分`. */
export function writtenInstant(instant: Date, timeZone: string): string {
  const shown = Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone);
  const [hour, minute] = [shown.hour, shown.minute].map((part) => String(part).padStart(2, '0'));
  return `${writtenDay(shown.toPlainDate().toString())}${hour}时${minute}分`;
}

/**
 * The instant that comes a period of the calendar after another (before, where negative): at the same time by the county's clocks, on
 * the last day of a month that lacks the day.
 * @param period years, months, weeks and days in ISO 8601: `P12M`, `-P30D`
 * @throws RangeError for what is no such period, and beyond the years that an instant can have
 */
export function countyLater(instant: Date, period: string, timeZone: string): Date {
  const shown = Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone);
  return new Date(shown.add(period).epochMilliseconds);
}
