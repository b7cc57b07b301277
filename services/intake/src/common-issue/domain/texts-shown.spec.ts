import { describe, expect, it } from '@jest/globals';
import { textsAmong, textsBeside } from './texts-shown.ts';

const said = (n: number, text = `口罩买不到 ${n}`) => ({ issueId: `issue-${n}`, number: `20200214-000${n}`, text });
const told = [1, 2, 3, 4].map((n) => said(n));

describe('the texts that are shown', () => {
  it('of a common issue are the three most alike, each by its number', () => {
    expect(textsAmong(told)).toEqual([1, 2, 3].map((n) => `其中 20200214-000${n}:“口罩买不到 ${n}”`));
  });

  it('of an issue are its own and the most alike of the others, of long ones the beginning', () => {
    expect(textsBeside(said(1, '长'.repeat(80)), told)).toEqual([
      `本件:“${'长'.repeat(60)}…”`,
      '对照 20200214-0002:“口罩买不到 2”',
    ]);
  });

  it('are none where nothing may be read, or nothing was said', () => {
    expect([textsAmong([]), textsBeside(null, []), textsBeside(said(1), [said(1)])]).toEqual([
      [],
      [],
      ['本件:“口罩买不到 1”'],
    ]);
  });
});
