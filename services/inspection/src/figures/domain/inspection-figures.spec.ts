import { expect, it } from '@jest/globals';
import { rate } from '@qifutong/kernel/rate';
import { inspectionFigures } from './inspection-figures.ts';

const lights = { green: 3, yellow: 1, red: 0, changedToday: 1 };

it('the figures of inspections are shares with their n, by town and over all', () => {
  const counts = {
    towns: [
      { townCode: '330226101', enrolled: 4, inspectedFirms: 3, inspections: 6, failed: 2, ...lights },
      { townCode: null, enrolled: 1, inspectedFirms: 2, inspections: 2, failed: 0, ...lights },
    ],
    rules: [{ rule: 'MASKS_WORN', judged: 8, unmet: 2 }],
    yellowToGreenHours: [12, 24, 30],
    findings: { found: 5, closed: 4 },
  };
  expect(inspectionFigures(counts)).toEqual({
    coverage: rate(5, 5),
    towns: [
      { townCode: '330226101', ...lights, coverage: rate(3, 4), failures: rate(2, 6) },
      { townCode: null, ...lights, coverage: rate(1, 1), failures: rate(0, 2) },
    ],
    rules: [{ rule: 'MASKS_WORN', failures: rate(2, 8) }],
    yellowToGreen: { n: 3, medianHours: 24, p90Hours: 30 },
    findingsClosed: rate(4, 5),
  });
});

it('nothing counted is no share', () => {
  const nothing = { towns: [], rules: [], yellowToGreenHours: [], findings: { found: 0, closed: 0 } };
  expect(inspectionFigures(nothing)).toMatchObject({
    coverage: { n: 0, value: null },
    yellowToGreen: { n: 0, medianHours: null, p90Hours: null },
  });
});
