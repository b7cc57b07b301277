import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { county, elapsed, later, officeTime, working } from '../../../test/builders.ts';
import {
  counted,
  dueStep,
  endCounted,
  extendCounted,
  passCounted,
  resumeCounted,
  revokeCounted,
  suspendCounted,
  type Counted,
  type Counts,
} from '../../../test/counted-clock.ts';
import { instantOf, isMissed, isOpen, isSuspended, isToBeWarnedOf, rebuilt, remainingMs, type Clock } from './clock.ts';
import { carriedOn, end, extend, miss, resume, revokeEnd, startClock, suspend, warn } from './clock-moves.ts';

const STEP_MS = 1_800_000;
const begin = county('2020-01-20 00:00');
const instant = (step: number) => later(begin, step * STEP_MS);

/** 08:30-12:00 and 14:00-17:30 by a clock 8 hours ahead of UTC, on Monday to Friday, but not from 24 Jan to 2 Feb. */
const officeHours: Counts = (step) => {
  const shown = later(instant(step), 8 * 3_600_000);
  const minutes = shown.getUTCHours() * 60 + shown.getUTCMinutes();
  const open = (minutes >= 510 && minutes < 720) || (minutes >= 840 && minutes < 1050);
  const weekend = shown.getUTCDay() === 0 || shown.getUTCDay() === 6;
  const day = shown.toISOString().slice(0, 10);
  return open && !weekend && (day < '2020-01-24' || day > '2020-02-02');
};

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
  readonly acts: readonly Act[];
  readonly last: number;
}

const runs = (last: number, longest: number): fc.Arbitrary<Run> =>
  fc.record({
    limit: fc.integer({ min: 1, max: longest }),
    last: fc.constant(last),
    acts: fc
      .array(
        fc.record({
          step: fc.integer({ min: 0, max: last }),
          what: fc.constantFrom(...whats),
          steps: fc.integer({ min: 1, max: last }),
        }),
        { maxLength: 14 },
      )
      .map((acts) => acts.toSorted((a, b) => a.step - b.step)),
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
  if (what === 'SUSPEND') suspendCounted(clock);
  if (what === 'RESUME') resumeCounted(clock);
  if (what === 'EXTEND') extendCounted(clock, step + steps, step, counts);
  if (what === 'MEET' || what === 'CANCEL') endCounted(clock, step, counts);
  if (what === 'REVOKE') revokeCounted(clock);
}

function lived({ acts, limit, last }: Run, kind: 'ELAPSED' | 'WORKING'): Clock {
  const duration = `PT${limit * 30}M`;
  const terms = { kind: 'SOLUTION', warnAt: [50, 75, 90], policyVersion: 1 } as const;
  const started = startClock(
    { ...terms, limit: kind === 'ELAPSED' ? elapsed(duration) : working(duration) },
    begin,
    officeTime,
  );
  return looked(acts.reduce(done, started), instant(last));
}

function countedOut({ acts, limit, last }: Run, counts: Counts): Counted {
  const clock = counted(limit);
  for (let step = 0; step <= last; step += 1) {
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
    remaining: remainingMs(clock, now, officeTime),
  };
}

function shownByHand(clock: Counted, last: number, counts: Counts) {
  const due = dueStep(clock, last, counts);
  const open = !clock.ended && clock.missedAt === null;
  return {
    open,
    suspended: open && clock.suspended,
    missedAt: clock.missedAt === null ? null : instant(clock.missedAt),
    dueAt: due === null ? null : instant(due),
    remaining: open ? clock.left * STEP_MS : null,
  };
}

describe('whatever is done to a clock, and whenever', () => {
  it.each([
    ['around the clock', 'ELAPSED', () => true, runs(96, 60)],
    ['in the hours of the offices, over a long holiday', 'WORKING', officeHours, runs(1_000, 80)],
  ] as [string, 'ELAPSED' | 'WORKING', Counts, fc.Arbitrary<Run>][])(
    '%s it stands as counting step by step gives',
    (_, kind, counts, any) => {
      fc.assert(
        fc.property(any, (run) => {
          const clock = lived(run, kind);
          expect(shown(clock, instant(run.last))).toEqual(shownByHand(countedOut(run, counts), run.last, counts));
        }),
        { numRuns: 1_000 },
      );
    },
  );

  it('a rebuild from its history gives the clock that is stored, and its history is told as it became known', () => {
    fc.assert(
      fc.property(runs(1_000, 80), fc.constantFrom('ELAPSED' as const, 'WORKING' as const), (run, kind) => {
        const clock = lived(run, kind);
        expect(rebuilt({ ...clock, dueAt: null, warningAt: begin } as Clock, officeTime)).toEqual(clock);
        const known = clock.history.map((fact) => ('noticedAt' in fact ? fact.noticedAt : fact.at).getTime());
        expect(known).toEqual(known.toSorted((a, b) => a - b));
      }),
      { numRuns: 500 },
    );
  });
});
