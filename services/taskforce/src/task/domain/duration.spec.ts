import { describe, expect, it } from '@jest/globals';
import { durationMs } from './duration.ts';

describe('a time limit', () => {
  it.each([
    ['PT24H', 86_400_000],
    ['PT30M', 1_800_000],
    ['PT45S', 45_000],
    ['PT1H30M15S', 5_415_000],
    ['PT0S', 0],
  ])('of %s lasts %d ms', (iso, ms) => {
    expect(durationMs(iso)).toBe(ms);
  });

  it.each(['', 'PT', 'P1D', 'PT1.5H', 'PT-1H', 'pt1h', '24H', 'PT1M1H', 'PT1H '])(
    'in another form is refused: "%s"',
    (iso) => {
      expect(() => durationMs(iso)).toThrow(TypeError);
    },
  );
});
