import { describe, expect, it } from '@jest/globals';
import { anEnrolment, feb } from '../../../test/builders.ts';
import { move } from './move.ts';
import { townAt } from './town-at.ts';

describe('the town that a firm was of', () => {
  const moves = [
    ['330226111', feb(12)],
    ['330226112', feb(14)],
  ] as const;
  const moved = moves.reduce(
    (enrolment, [townCode, at]) => move(enrolment, { townCode, by: 'analyst-1' }, at).state,
    anEnrolment({ townCode: null }),
  );

  it.each([
    [feb(12), 0, null],
    [feb(12), 1, '330226111'],
    [feb(14), 0, '330226111'],
    [feb(14), 1, '330226112'],
  ])('at %o and %i ms is the one of then', (at, ms, town) => {
    expect(townAt(moved, new Date(at.getTime() + ms))).toBe(town);
  });

  it('is the one of now where it was never of another one', () => {
    expect(townAt(anEnrolment(), feb(1))).toBe('330226110');
  });
});
