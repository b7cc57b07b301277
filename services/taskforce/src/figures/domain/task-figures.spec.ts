import { describe, expect, it } from '@jest/globals';
import { rate } from '@qifutong/kernel/rate';
import { taskFigures } from './task-figures.ts';

const none = rate(0, 0);

describe('the figures of task forces', () => {
  it('are put together by key, in the order of the keys, from what was counted apart', () => {
    const counts = [
      { key: 'TESTING', dispatched: 40, returned: 4, settledHere: 30, hops: 12 },
      { key: 'LABOUR', notices: 3 },
      { key: 'TESTING', acceptancesDue: 38, acceptedInTime: 35 },
      { key: 'TESTING', solutionsDue: 32, solvedInTime: 24, missed: 8, cured: 5 },
      { key: 'TESTING', notices: 50 },
    ];
    expect(taskFigures(counts)).toEqual([
      {
        key: 'LABOUR',
        dispatched: 0,
        responseRate: none,
        onTimeRate: none,
        cureRate: none,
        returnRate: none,
        urging: { notices: 3, dispatched: 0, ratio: null },
        hops: { n: 0, mean: null },
      },
      {
        key: 'TESTING',
        dispatched: 40,
        responseRate: rate(35, 38),
        onTimeRate: rate(24, 32),
        cureRate: rate(5, 8),
        returnRate: rate(4, 40),
        urging: { notices: 50, dispatched: 40, ratio: 1.25 },
        hops: { n: 30, mean: 0.4 },
      },
    ]);
  });

  it('rank nobody by fewer than 30 cases', () => {
    const [few, enough] = taskFigures([
      { key: 'a', solutionsDue: 29, solvedInTime: 29 },
      { key: 'b', solutionsDue: 30, solvedInTime: 29 },
    ]);
    expect([few!.onTimeRate.ranked, enough!.onTimeRate.ranked]).toEqual([false, true]);
  });

  it('of nothing are none', () => {
    expect(taskFigures([])).toEqual([]);
  });
});
