import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Pace } from './pace.ts';

const limits = { everyMs: 500, laterMs: 3_000 };

describe('a live query is looked at', () => {
  it('not while nothing happens', () => {
    expect(new Pace(limits).next).toBeNull();
  });

  it('a moment after what concerns it, once for a burst, and once more later', () => {
    const pace = new Pace(limits);
    for (const at of [1_000, 1_010, 1_099]) pace.concerned(at);
    expect(pace.next).toBe(1_100);
    pace.look(1_100);
    expect(pace.next).toBe(4_000);
    pace.look(4_000);
    expect(pace.next).toBeNull();
  });

  it('at most so often', () => {
    const pace = new Pace(limits);
    pace.look(1_000);
    pace.concerned(1_050);
    expect(pace.next).toBe(1_500);
    pace.look(1_500);
    pace.concerned(1_900);
    expect(pace.next).toBe(2_000);
  });

  it('later only, after what may not concern it', () => {
    const pace = new Pace(limits);
    pace.happened(1_000);
    pace.happened(2_000);
    expect(pace.next).toBe(4_000);
  });

  it('after the last thing that happened, whatever came before, and never oftener than allowed', () => {
    const event = fc.record({ after: fc.integer({ min: 0, max: 2_000 }), near: fc.boolean() });
    fc.assert(
      fc.property(fc.array(event, { minLength: 1 }), (events) => {
        const pace = new Pace(limits);
        const looks: number[] = [];
        let now = 0;
        const until = (end: number) => {
          for (let at = pace.next; at !== null && at <= end; at = pace.next) {
            looks.push(at);
            pace.look(at);
          }
        };
        for (const { after, near } of events) {
          until((now += after));
          if (near) pace.concerned(now);
          else pace.happened(now);
        }
        until(Number.MAX_SAFE_INTEGER);
        expect(looks.at(-1)).toBeGreaterThan(now);
        expect(looks.at(-1)).toBeLessThanOrEqual(now + limits.laterMs + limits.everyMs);
        // two reasons, each of which keeps its distance
        expect(looks.filter((at, i) => i > 1 && at - looks[i - 2]! < limits.everyMs)).toEqual([]);
      }),
    );
  });
});
