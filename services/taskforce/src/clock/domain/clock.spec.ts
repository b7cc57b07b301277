import { describe, expect, it } from '@jest/globals';
import { county, elapsed, later, noCalendar } from '../../../test/builders.ts';
import { instantOf, isMissed, isRunning, nextDueAt, remainingMs, type Clock } from './clock.ts';
import { end, extend, startClock } from './clock-moves.ts';

const accepted = county('2020-02-14 10:00');
const due = county('2020-02-15 10:00');
const solution = startClock(
  { kind: 'SOLUTION', limit: elapsed('PT24H'), warnAt: [75], policyVersion: 3 },
  accepted,
  noCalendar,
);
const breached: Clock = {
  ...solution,
  history: [...solution.history, { type: 'BREACHED', at: due, noticedAt: later(due, 7) }],
};

describe('a clock', () => {
  it('starts with its limit, its policy version and one fact', () => {
    expect(solution).toEqual({
      kind: 'SOLUTION',
      limit: elapsed('PT24H'),
      warnAt: [75],
      policyVersion: 3,
      history: [{ type: 'STARTED', at: accepted }],
      dueAt: due,
      warningAt: county('2020-02-15 04:00'),
    });
  });

  it('of a task accepted on 14 Feb at 10:00 is due on 15 Feb at 10:00', () => {
    expect(solution.dueAt).toEqual(due);
  });

  it('is due at the same instant whatever became of it', () => {
    const ended = [
      end(solution, 'MET', later(accepted, 1), noCalendar),
      end(solution, 'CANCELLED', due, noCalendar),
      breached,
    ];
    expect(ended.map((clock) => clock.dueAt)).toEqual([due, due, due]);
  });

  it.each([
    [-1, false],
    [0, false],
    [1, true],
  ])('%d ms from its deadline is missed: %s', (ms, missed) => {
    expect(isMissed(solution, later(due, ms))).toBe(missed);
  });

  it('that has ended is never missed again', () => {
    const ended = [end(solution, 'MET', due, noCalendar), end(solution, 'CANCELLED', due, noCalendar), breached];
    expect(ended.map((clock) => [isRunning(clock), isMissed(clock, later(due, 1))])).toEqual(
      ended.map(() => [false, false]),
    );
  });

  it('that is extended for less than the last quarter is warned of when it is extended, not before', () => {
    const at = county('2020-02-15 09:00');
    const extended = extend(solution, county('2020-02-15 11:00'), at, noCalendar);
    expect(extended.warningAt).toEqual(at);
  });

  it('has all its time left while the clocks on the wall show less than its beginning', () => {
    const day = 24 * 3_600_000;
    expect([-1, 0, 1].map((ms) => remainingMs(solution, later(accepted, ms), noCalendar))).toEqual([day, day, day - 1]);
  });

  it('ends once: what comes after its end changes nothing', () => {
    const met = end(solution, 'MET', due, noCalendar);
    expect(met.history).toEqual([
      { type: 'STARTED', at: accepted },
      { type: 'MET', at: due },
    ]);
    expect([end(met, 'CANCELLED', later(due, 9), noCalendar), end(breached, 'MET', later(due, 9), noCalendar)]).toEqual(
      [met, breached],
    );
  });

  it('tells when a thing happened to it, and null of what did not', () => {
    const facts = (['STARTED', 'MET', 'BREACHED', 'CANCELLED'] as const).map((type) => instantOf(breached, type));
    expect(facts).toEqual([accepted, null, due, null]);
  });

  it('that runs out first is the next deadline; ended ones have none', () => {
    const sooner = startClock(
      { kind: 'SOLUTION', limit: elapsed('PT8H'), warnAt: [75], policyVersion: 3 },
      accepted,
      noCalendar,
    );
    expect([
      nextDueAt([solution, sooner]),
      nextDueAt([solution, end(sooner, 'MET', due, noCalendar)]),
      nextDueAt([breached]),
      nextDueAt([]),
    ]).toEqual([county('2020-02-14 18:00'), due, null, null]);
  });
});
