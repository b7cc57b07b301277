import { Temporal } from 'temporal-polyfill';

const MOST_KNOWN = 1_000;
/** a policy has few durations, and every look at a clock asks for one of them */
const known = new Map<string, number>();

/**
 * The length of an ISO 8601 duration that lasts the same whatever the calendar says: hours, minutes, seconds, and days of 24 hours.
 * @throws TypeError on years, months, weeks, a fraction of a millisecond, nothing and less than nothing
 */
export function durationMs(iso: string): number {
  const ms = known.get(iso) ?? measured(iso);
  if (known.size < MOST_KNOWN) known.set(iso, ms);
  return ms;
}

function measured(iso: string): number {
  const duration = parsed(iso);
  const named = duration.years !== 0 || duration.months !== 0 || duration.weeks !== 0;
  const ms = named ? Number.NaN : duration.total({ unit: 'millisecond' });
  if (!Number.isInteger(ms) || ms <= 0) throw new TypeError(`${iso} is not a length of time above zero`);
  return ms;
}

function parsed(iso: string): Temporal.Duration {
  try {
    return Temporal.Duration.from(iso);
  } catch (cause) {
    throw new TypeError(`${iso} is not an ISO 8601 duration`, { cause });
  }
}

/** A length of time as an ISO 8601 duration: hours, minutes and seconds, `PT23H59M59.999S`; with a minus where it is negative. */
export function isoDuration(ms: number): string {
  // Temporal says the same in a hundred times as long, and a board shows hundreds
  const whole = Math.abs(ms);
  const parts = [
    [Math.floor(whole / 3_600_000), 'H'],
    [Math.floor(whole / 60_000) % 60, 'M'],
    [(whole % 60_000) / 1_000, 'S'],
  ] as const;
  const told = parts.flatMap(([value, unit]) => (value === 0 ? [] : [`${value}${unit}`])).join('');
  return `${ms < 0 ? '-' : ''}PT${told || '0S'}`;
}
