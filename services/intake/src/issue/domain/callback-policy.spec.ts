import { describe, expect, it } from '@jest/globals';
import { callAgainAt, minutesAfter, standardPolicy } from './callback-policy.ts';

const at = new Date('2020-02-14T14:30:00.000Z');

describe('a firm that was not reached', () => {
  it.each([
    [1, '2020-02-14T16:30:00.000Z'],
    [2, '2020-02-15T14:30:00.000Z'],
    [3, '2020-02-15T14:30:00.000Z'],
  ])('comes back into the work list after attempt %i at %s', (attempts, again) => {
    expect(callAgainAt(at, attempts, standardPolicy)).toEqual(new Date(again));
  });

  it('is tried on two days by whoever follows the list', () => {
    const second = callAgainAt(at, 1, standardPolicy);
    const third = callAgainAt(second, 2, standardPolicy);
    expect(third.getTime() - second.getTime()).toBeGreaterThanOrEqual(
      minutesAfter(at, 24 * 60).getTime() - at.getTime(),
    );
  });
});
