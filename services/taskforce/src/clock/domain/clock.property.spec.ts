import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { county, elapsed, later, officeTime, sameDay, wholeDays, working } from '../../../test/builders.ts';
import {
  counted,
  dueMs,
  endCounted,
  extendCounted,
  passCounted,
  resumeCounted,
  revokeCounted,
  STEP_MS,
  suspendCounted,
  toEndOfDay,
  warnCounted,
  warningMs,
  type Counted,
  type Counts,
} from '../../../test/counted-clock.ts';
import {
  instantOf,
  isMissed,
  isOpen,
  isRunning,
  isSuspended,
  isToBeWarnedOf,
  rebuilt,
  remainingMs,
  type Clock,
} from './clock.ts';
import { carriedOn, end, extend, miss, resume, revokeEnd, startClock, suspend, warn } from './clock-moves.ts';
import type { TimeLimit } from './time-limit.ts';

const WARN_AT = [50, 75, 90] as const;
const begin = county('2020-01-20 00:00');
const instant = (step: number) => later(begin, step * STEP_MS);

const shownAt = (step: number) => later(instant(step), 8 * 3_600_000);

function remembered(counts: Counts): Counts {
  const known: boolean[] = [];
  return (step) => (known[step] ??= counts(step));
}

/** Monday to Friday, but not from 24 Jan to 2 Feb. */
const workdays = remembered((step) => {
  const weekend = shownAt(step).getUTCDay() === 0 || shownAt(step).getUTCDay() === 6;
  const day = shownAt(step).toISOString().slice(0, 10);
  return !weekend && (day < '2020-01-24' || day > '2020-02-02');
});

/** 08:30-12:00 and 14:00-17:30 of these. */
const officeHours = remembered((step) => {
  const minutes = shownAt(step).getUTCHours() * 60 + shownAt(step).getUTCMinutes();
  const open = (minutes >= 510 && minutes < 720) || (minutes >= 840 && minutes < 1050);
  return open && workdays(step);
});

const always: Counts = () => true;
const isMidnight = (step: number) => shownAt(step).toISOString().slice(11, 16) === '00:00';

/** A kind of limit, as the product and as the reference is told how long it is. */
interface Kind {
  readonly limit: (steps: number) => TimeLimit;
  readonly counts: Counts;
  readonly granted: (steps: number, from: number) => number;
  readonly longest: number;
  readonly last: number;
}

const lasting = (steps: number) => steps * STEP_MS;
const iso = (steps: number) => `PT${steps * 30}M`;
const kinds = {
  'around the clock': {
    limit: (steps) => elapsed(iso(steps)),
    counts: always,
    granted: lasting,
    longest: 60,
    last: 96,
  },
  'in the hours of the offices, over a long holiday': {
    limit: (steps) => working(iso(steps)),
    counts: officeHours,
    granted: lasting,
    ...{ longest: 80, last: 1_000 },
  },
  'on the same county day': {
    limit: () => sameDay,
    counts: always,
    granted: (_, from) => toEndOfDay(0, from, isMidnight, always),
    ...{ longest: 1, last: 60 },
  },
  'for whole days': {
    limit: (steps) => wholeDays(steps),
    counts: always,
    granted: (steps, from) => toEndOfDay(steps, from, isMidnight, always),
    ...{ longest: 4, last: 240 },
  },
  'for whole days of the offices, over a long holiday': {
    limit: (steps) => wholeDays(steps, 'WORKING'),
    counts: workdays,
    granted: (steps, from) => toEndOfDay(steps, from, isMidnight, workdays),
    ...{ longest: 4, last: 900 },
  },
} satisfies Record<string, Kind>;
const everyKind: readonly Kind[] = Object.values(kinds);

const whats = [
  'LOOK',
  'WARN',
  'SUSPEND',
  'RESUME',
  'EXTEND',
  'CARRY_ON',
  'MEET',
  'CANCEL',
  'REVOKE',
  'POLICY',
] as const;
interface Act {
  readonly step: number;
  readonly what: (typeof whats)[number];
  /** of an extension: so many steps after it is asked for */
  readonly steps: number;
}

interface Run {
  readonly limit: number;
  /** the step at which the clock starts */
  readonly from: number;
  readonly acts: readonly Act[];
  readonly last: number;
}

/** It starts within the first three days, and is looked at last so many steps after. */
const runs = ({ last, longest }: Pick<Kind, 'last' | 'longest'>): fc.Arbitrary<Run> =>
  fc
    .record({
      limit: fc.integer({ min: 1, max: longest }),
      from: fc.integer({ min: 0, max: 3 * 48 }),
      acts: fc.array(
        fc.record({
          step: fc.integer({ min: 0, max: last }),
          what: fc.constantFrom(...whats),
          steps: fc.integer({ min: 1, max: last }),
        }),
        { maxLength: 14 },
      ),
    })
    .map(({ limit, from, acts }) => {
      const inOrder = acts.toSorted((a, b) => a.step - b.step);
      return { limit, from, last: from + last, acts: inOrder.map((act) => ({ ...act, step: from + act.step })) };
    });

function looked(clock: Clock, now: Date): Clock {
  return isMissed(clock, now) ? miss(clock, now, officeTime) : clock;
}

/** What is done to the clock; a policy set meanwhile is none of its business. */
function done(clock: Clock, { what, step, steps }: Act): Clock {
  const now = instant(step);
  const seen = looked(clock, now);
  const does: Record<Act['what'], () => Clock> = {
    LOOK: () => seen,
    POLICY: () => rebuilt(seen, officeTime),
    WARN: () => (isToBeWarnedOf(seen, now) ? warn(seen, now, officeTime) : seen),
    SUSPEND: () => suspend(seen, 'WAITING_FOR_FIRM', now, officeTime),
    RESUME: () => resume(seen, now, officeTime),
    EXTEND: () => extend(seen, instant(step + steps), now, officeTime),
    CARRY_ON: () => carriedOn(seen, 'FIRM'),
    MEET: () => end(seen, 'MET', now, officeTime),
    CANCEL: () => end(seen, 'CANCELLED', now, officeTime),
    REVOKE: () => looked(revokeEnd(seen, now, officeTime), now),
  };
  return does[what]();
}

function doneByHand(clock: Counted, { what, step, steps }: Act, counts: Counts): void {
  if (what === 'WARN') warnCounted(clock, step, counts);
  if (what === 'SUSPEND') suspendCounted(clock);
  if (what === 'RESUME') resumeCounted(clock, step);
  if (what === 'EXTEND') extendCounted(clock, step + steps, step, counts);
  if (what === 'MEET' || what === 'CANCEL') endCounted(clock, step);
  if (what === 'REVOKE') revokeCounted(clock);
}

function lived({ acts, limit, from, last }: Run, kind: Kind): Clock {
  const terms = { kind: 'SOLUTION', warnAt: WARN_AT, policyVersion: 1 } as const;
  const started = startClock({ ...terms, limit: kind.limit(limit) }, instant(from), officeTime);
  return looked(acts.reduce(done, started), instant(last));
}

function countedOut({ acts, limit, from, last }: Run, { counts, granted }: Kind): Counted {
  const clock = counted(granted(limit, from), from, WARN_AT);
  for (let step = from; step <= last; step += 1) {
    for (const act of acts) if (act.step === step) doneByHand(clock, act, counts);
    if (step < last) passCounted(clock, step, counts);
  }
  return clock;
}

function shown(clock: Clock, now: Date) {
  return {
    open: isOpen(clock),
    suspended: isSuspended(clock),
    missedAt: instantOf(clock, 'BREACHED'),
    dueAt: clock.dueAt,
    warningAt: clock.warningAt,
    warned: clock.history.filter(({ type }) => type === 'WARNED').length,
    remaining: remainingMs(clock, now, officeTime),
  };
}

const shownInstant = (ms: number | null) => (ms === null ? null : later(begin, ms));

function shownByHand(clock: Counted, last: number, counts: Counts) {
  const open = !clock.ended && clock.missedAt === null;
  return {
    open,
    suspended: open && clock.suspended,
    missedAt: shownInstant(clock.missedAt),
    dueAt: shownInstant(dueMs(clock, last, counts)),
    warningAt: shownInstant(warningMs(clock, counts)),
    warned: clock.timesWarned,
    remaining: open ? clock.left : null,
  };
}

describe('whatever is done to a clock, and whenever', () => {
  it.each(Object.entries<Kind>(kinds))('%s it stands as counting step by step gives', (_, kind) => {
    fc.assert(
      fc.property(runs(kind), (run) => {
        const clock = lived(run, kind);
        const byHand = shownByHand(countedOut(run, kind), run.last, kind.counts);
        expect(shown(clock, instant(run.last))).toEqual(byHand);
      }),
      { numRuns: 1_000 },
    );
  });

  it('a rebuild from its history gives the clock that is stored, and its history is told as it became known', () => {
    fc.assert(
      fc.property(runs({ longest: 80, last: 1_000 }), fc.constantFrom(...everyKind), (run, kind) => {
        const clock = lived(run, kind);
        expect(rebuilt({ ...clock, dueAt: null, warningAt: begin } as Clock, officeTime)).toEqual(clock);
        const known = clock.history.map((fact) => ('noticedAt' in fact ? fact.noticedAt : fact.at).getTime());
        expect(known).toEqual(known.toSorted((a, b) => a - b));
      }),
      { numRuns: 500 },
    );
  });

  it('a pause never makes a deadline earlier', () => {
    fc.assert(
      fc.property(
        runs({ longest: 80, last: 1_000 }),
        fc.constantFrom(...everyKind),
        fc.integer({ min: 0, max: 400 }),
        (run, kind, gap) => {
          for (const [i, { step }] of run.acts.entries()) {
            const clock = lived({ ...run, acts: run.acts.slice(0, i + 1), last: step }, kind);
            if (!isRunning(clock)) continue;
            const still = suspend(clock, 'FORCE_MAJEURE', instant(step), officeTime);
            const { dueAt } = resume(still, instant(step + gap), officeTime);
            expect(dueAt!.getTime()).toBeGreaterThanOrEqual(clock.dueAt!.getTime());
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});
