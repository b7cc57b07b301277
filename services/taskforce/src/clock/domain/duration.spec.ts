import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { durationMs, isoDuration } from './duration.ts';

describe('a length of time', () => {
  it.each([
    ['PT2H', 7_200_000],
    ['PT30M', 1_800_000],
    ['PT1H1M1S', 3_661_000],
    ['PT0.001S', 1],
    ['P1DT1H', 90_000_000],
  ])('%s lasts %i ms', (iso, ms) => {
    expect(durationMs(iso)).toBe(ms);
  });

  it.each(['', 'P', 'PT', '2H', 'PT2', 'PT0S', '-PT1H', 'P1M', 'P1Y', 'P1W', 'PT0.0001S', 'PT1H PT1H'])(
    'is not told by "%s"',
    (iso) => {
      expect(() => durationMs(iso)).toThrow(TypeError);
    },
  );

  it.each([
    [0, 'PT0S'],
    [90_061_001, 'PT25H1M1.001S'],
    [-1, '-PT0.001S'],
  ])('of %i ms is told as %s', (ms, iso) => {
    expect(isoDuration(ms)).toBe(iso);
  });

  it('is told as Temporal tells it', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), (ms) => {
        const told = Temporal.Duration.from({ milliseconds: ms }).round({ largestUnit: 'hour' }).toString();
        expect(isoDuration(ms)).toBe(told);
      }),
    );
  });
});
