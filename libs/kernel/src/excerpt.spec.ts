import { describe, expect, it } from '@jest/globals';
import { excerpt } from './excerpt.ts';

describe('the beginning of a text', () => {
  it.each([
    ['口罩买不到', '口罩买不到'],
    ['口罩\n  买不到', '口罩 买不到'],
    ['口'.repeat(60), '口'.repeat(60)],
    ['口'.repeat(61), `${'口'.repeat(60)}…`],
    ['😷'.repeat(61), `${'😷'.repeat(60)}…`],
  ])('of %s is %s', (text, beginning) => {
    expect(excerpt(text)).toBe(beginning);
  });
});
