import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { rate, wilson } from './rate.ts';

describe("Wilson's interval", () => {
  // the first four: R. G. Newcombe, Statistics in Medicine 17 (1998), 857-872, method 3
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
    [29, 29, 0.883, 1],
    [1, 1, 0.2065, 1],
  ])('of %i in %i is %d to %d', (numerator, n, low, high) => {
    const found = wilson(numerator, n);
    expect([found.low.toFixed(4), found.high.toFixed(4)]).toEqual([low.toFixed(4), high.toFixed(4)]);
  });

  it('begins at 0 where there was none, and ends at 1 where there were all, exactly', () => {
    for (let n = 1; n < 1_000; n++) expect([wilson(0, n).low, wilson(n, n).high]).toEqual([0, 1]);
  });

  it('holds the share, lies within 0 and 1, is the mirror of its opposite, and narrows with more of the same', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000 }), fc.double({ min: 0, max: 1, noNaN: true }), (n, share) => {
        const numerator = Math.round(share * n);
        const [one, other, more] = [wilson(numerator, n), wilson(n - numerator, n), wilson(numerator * 2, n * 2)];
        expect(one.low).toBeGreaterThanOrEqual(0);
        expect(one.high).toBeLessThanOrEqual(1);
        expect(one.low).toBeLessThanOrEqual(numerator / n + 1e-12);
        expect(one.high).toBeGreaterThanOrEqual(numerator / n - 1e-12);
        expect(one.low).toBeCloseTo(1 - other.high, 10);
        expect(more.high - more.low).toBeLessThan(one.high - one.low);
      }),
    );
  });
});

describe('a rate', () => {
  it('of nothing has no value', () => {
    expect(rate(0, 0)).toEqual({ numerator: 0, n: 0, value: null, low: null, high: null, ranked: false });
  });

  it.each([
    [29, false],
    [30, true],
  ])('of %i cases is ranked: %s', (n, ranked) => {
    expect(rate(n, n)).toMatchObject({ value: 1, ranked });
  });
});
