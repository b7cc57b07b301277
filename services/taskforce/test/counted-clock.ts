/**
 * A clock as somebody counts it who lets one step of time pass after the other. It knows no history, adds no lengths of time and
 * shares nothing with the product; times are milliseconds since the beginning, and whatever is done is done at the begin of a step.
 */
export const STEP_MS = 1_800_000;

export interface Counted {
  readonly warnAt: readonly number[];
  left: number;
  /** all that it was given, of which a share passes before each warning */
  granted: number;
  /** when its time last began to pass, and what was left then; from there on warnings are looked for */
  since: number;
  leftSince: number;
  /** the percents warned of; forgotten with an extension */
  warned: number[];
  timesWarned: number;
  /** of the deadline that an extension named: what lies behind all that counts of it, and passes once that is over, at whatever time */
  rest: number;
  suspended: boolean;
  ended: boolean;
  missedAt: number | null;
  /** of an ended one: when it would have been missed if it had run on */
  wouldMissAt: number | null;
  /** of one that ended in a pause: when that was */
  endedInPauseAt: number | null;
}

/** Whether the step that begins there counts. */
export type Counts = (step: number) => boolean;

export function counted(left: number, startStep: number, warnAt: readonly number[]): Counted {
  const nothing = { suspended: false, ended: false, rest: 0, missedAt: null, wouldMissAt: null };
  const begun = { left, granted: left, since: startStep * STEP_MS, leftSince: left };
  return { ...nothing, ...begun, warnAt, warned: [], timesWarned: 0, endedInPauseAt: null };
}

/** When it is due if nothing more happens; null in a pause. */
export function dueMs(clock: Counted, now: number, counts: Counts): number | null {
  const known = clock.missedAt ?? clock.wouldMissAt;
  if (known !== null) return known;
  if (clock.endedInPauseAt !== null) return runDown(clock.left, 0, clock.endedInPauseAt, counts) + clock.rest;
  return clock.suspended ? null : runDown(clock.left, 0, now * STEP_MS, counts) + clock.rest;
}

/** When it is warned of next, if nothing more happens; null in a pause, and once every warning was given. */
export function warningMs(clock: Counted, counts: Counts): number | null {
  const percent = clock.warnAt.find((one) => one > Math.max(0, ...clock.warned));
  if (percent === undefined) return null;
  const then = Math.round((clock.granted * (100 - percent)) / 100);
  if (clock.endedInPauseAt !== null) return runDown(clock.left, then, clock.endedInPauseAt, counts);
  return clock.suspended ? null : runDown(clock.leftSince, then, clock.since, counts);
}

/** When no more than so much is left; it begins with a step. */
function runDown(left: number, downTo: number, from: number, counts: Counts): number {
  let [at, still] = [from, left];
  while (still > downTo) {
    const passes = counts(at / STEP_MS) ? Math.min(STEP_MS, still - downTo) : 0;
    still -= passes;
    if (still <= downTo) return at + passes;
    at += STEP_MS;
  }
  return at;
}

/** How much counts until then. */
function countTo(until: number, now: number, counts: Counts): number {
  let count = 0;
  for (let step = now; step < until; step += 1) if (counts(step)) count += STEP_MS;
  return count;
}

/** What counts to the last millisecond of the day after so many midnights of days that count. */
export function toEndOfDay(days: number, from: number, isMidnight: (step: number) => boolean, counts: Counts): number {
  let [step, left] = [from, days];
  while (left >= 0) {
    step += 1;
    if (isMidnight(step) && (left === 0 || counts(step))) left -= 1;
  }
  return countTo(step, from, counts) - 1;
}

const isOpen = ({ ended, missedAt }: Counted) => !ended && missedAt === null;

export function warnCounted(clock: Counted, now: number, counts: Counts): void {
  if (!isOpen(clock) || clock.suspended) return;
  const at = warningMs(clock, counts);
  if (at === null || at > now * STEP_MS) return;
  clock.warned.push(clock.warnAt.find((one) => one > Math.max(0, ...clock.warned))!);
  clock.timesWarned += 1;
}

export function suspendCounted(clock: Counted): void {
  if (isOpen(clock) && !clock.suspended) Object.assign(clock, { suspended: true });
}

export function resumeCounted(clock: Counted, now: number): void {
  if (!isOpen(clock) || !clock.suspended) return;
  Object.assign(clock, { suspended: false, since: now * STEP_MS, leftSince: clock.left });
}

export function extendCounted(clock: Counted, until: number, now: number, counts: Counts): void {
  if (!isOpen(clock) || clock.suspended || until * STEP_MS <= dueMs(clock, now, counts)!) return;
  const left = countTo(until, now, counts);
  const granted = clock.granted - clock.left + left;
  let last = until;
  while (last > now && !counts(last - 1)) last -= 1;
  const rest = (until - last) * STEP_MS;
  Object.assign(clock, { left, granted, rest, warned: [], since: now * STEP_MS, leftSince: left });
}

export function endCounted(clock: Counted, now: number): void {
  if (!isOpen(clock)) return;
  Object.assign(clock, { ended: true, endedInPauseAt: clock.suspended ? now * STEP_MS : null });
}

export function revokeCounted(clock: Counted): void {
  if (!clock.ended) return;
  Object.assign(clock, { ended: false, missedAt: clock.wouldMissAt, wouldMissAt: null, endedInPauseAt: null });
}

/** One step passes, for an ended clock too: it may turn out that it had not ended. */
export function passCounted(clock: Counted, step: number, counts: Counts): void {
  if (clock.missedAt !== null || clock.wouldMissAt !== null || clock.suspended) return;
  const at = missedIn(clock, step, counts);
  if (at !== null) Object.assign(clock, clock.ended ? { wouldMissAt: at } : { missedAt: at });
  else if (clock.left === 0) clock.rest -= STEP_MS;
  else if (counts(step)) clock.left -= STEP_MS;
}

/** The deadline, where it lies at the step's begin or in its midst: at its end it can still be met. */
function missedIn({ left, rest }: Counted, step: number, counts: Counts): number | null {
  const begin = step * STEP_MS;
  if (rest > 0) return null;
  if (left === 0) return begin;
  return counts(step) && left < STEP_MS ? begin + left : null;
}
