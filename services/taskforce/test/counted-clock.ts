/**
 * A clock as somebody counts it who lets one step of time pass after the other. It knows no history, adds no lengths of time and
 * shares nothing with the product; times are numbers of steps.
 */
export interface Counted {
  left: number;
  /** the deadline that an extension named; forgotten in a pause */
  until: number | null;
  suspended: boolean;
  ended: boolean;
  missedAt: number | null;
  /** of an ended one: when it would have been missed if it had run on */
  wouldMissAt: number | null;
  /** of one that ended in a pause: its deadline had it been resumed then */
  dueAtEnd: number | null;
}

/** Whether the step that begins there counts. */
export type Counts = (step: number) => boolean;

export function counted(steps: number): Counted {
  const nothing = { suspended: false, ended: false, until: null, missedAt: null, wouldMissAt: null, dueAtEnd: null };
  return { ...nothing, left: steps };
}

/** When it is due if nothing more happens; null in a pause. */
export function dueStep(clock: Counted, now: number, counts: Counts): number | null {
  const known = clock.missedAt ?? clock.wouldMissAt ?? clock.dueAtEnd;
  if (known !== null) return known;
  if (clock.suspended) return null;
  if (clock.until !== null) return clock.until;
  return runOut(clock.left, now, counts);
}

function runOut(left: number, now: number, counts: Counts): number {
  let [step, still] = [now, left];
  while (still > 0) {
    if (counts(step)) still -= 1;
    step += 1;
  }
  return step;
}

/** How many steps count until then. */
function countTo(until: number, now: number, counts: Counts): number {
  let count = 0;
  for (let step = now; step < until; step += 1) if (counts(step)) count += 1;
  return count;
}

const isOpen = ({ ended, missedAt }: Counted) => !ended && missedAt === null;

export function suspendCounted(clock: Counted): void {
  if (isOpen(clock) && !clock.suspended) Object.assign(clock, { suspended: true, until: null });
}

export function resumeCounted(clock: Counted): void {
  if (isOpen(clock)) clock.suspended = false;
}

export function extendCounted(clock: Counted, until: number, now: number, counts: Counts): void {
  if (!isOpen(clock) || clock.suspended || until <= dueStep(clock, now, counts)!) return;
  Object.assign(clock, { until, left: countTo(until, now, counts) });
}

export function endCounted(clock: Counted, now: number, counts: Counts): void {
  if (!isOpen(clock)) return;
  Object.assign(clock, { ended: true, dueAtEnd: clock.suspended ? runOut(clock.left, now, counts) : null });
}

export function revokeCounted(clock: Counted): void {
  if (!clock.ended) return;
  Object.assign(clock, { ended: false, missedAt: clock.wouldMissAt, wouldMissAt: null, dueAtEnd: null });
}

/** One step passes, for an ended clock too: it may turn out that it had not ended. */
export function passCounted(clock: Counted, step: number, counts: Counts): void {
  if (clock.missedAt !== null || clock.wouldMissAt !== null || clock.suspended) return;
  const due = clock.until === null ? clock.left === 0 : clock.until <= step;
  if (due) Object.assign(clock, clock.ended ? { wouldMissAt: step } : { missedAt: step });
  else if (counts(step)) clock.left -= 1;
}
