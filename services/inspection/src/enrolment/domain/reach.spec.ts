import { describe, expect, it } from '@jest/globals';
import { isInReach } from './reach.ts';

describe('an inspector of a town', () => {
  it.each([
    ['his own town', '330226110', false, true],
    ['another town', '330226111', false, false],
    ['another town, to which he was sent', '330226111', true, true],
    ['a town that nobody knows', null, false, true],
  ])('acts on a firm of %s', (_, firmTown, assigned, may) => {
    expect(isInReach('330226110', { firmTown, assigned })).toBe(may);
  });
});
