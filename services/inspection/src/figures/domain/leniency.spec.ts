import { describe, expect, it } from '@jest/globals';
import { rate } from '@qifutong/kernel/rate';
import { leniency, type Encounters } from './leniency.ts';

const met = (inspector: string, named: Partial<Encounters>): Encounters => ({
  inspector,
  inspections: 1,
  failed: 0,
  byOthers: 0,
  failedByOthers: 0,
  ...named,
});

describe("an inspector's leniency", () => {
  it('is what was found beside what others found at the same firms', () => {
    const encounters = Array.from({ length: 40 }, () => met('mild', { byOthers: 97, failedByOthers: 49 }));
    const [mild] = leniency(
      encounters.map((one, i) => ({ ...one, failed: i < 5 ? 1 : 0 })),
      { failed: 1, n: 3 },
    );
    // each fails with (49 + 3/3) / 100 = 0.5
    expect(mild).toEqual({ inspector: 'mild', failures: rate(5, 40), expected: 20, ratio: 0.25 });
  });

  it('leans on the county where nobody else was there', () => {
    const [alone] = leniency([met('alone', { inspections: 30, failed: 3 })], { failed: 25, n: 100 });
    expect(alone).toMatchObject({ expected: 7.5, ratio: 0.4 });
  });

  it.each([
    [29, null],
    [30, 1],
  ])('of %i inspections is compared: %s', (inspections, ratio) => {
    const [one] = leniency([met('one', { inspections, failed: inspections })], { failed: 7, n: 7 });
    expect(one!.ratio).toBe(ratio);
  });

  it('is nothing where nothing ever fails', () => {
    expect(leniency([met('one', { inspections: 50 })], { failed: 0, n: 0 })[0]).toMatchObject({
      expected: 0,
      ratio: null,
    });
  });
});
