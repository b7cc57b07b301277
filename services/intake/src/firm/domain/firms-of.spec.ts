import { describe, expect, it } from '@jest/globals';
import { firmsOf } from './firms-of.ts';

const areOne = (a: string, b: string) => a.slice(0, 2) === b.slice(0, 2);
const named = (firmCreditCode: string | null, firmName: string | null) => ({
  firmCreditCode,
  firmName,
  firmKey: firmName?.slice(0, 2) ?? null,
});

describe('issues are of one firm', () => {
  it('by credit code, whatever the name', () => {
    const [a, b] = firmsOf([named('X', '甲岚厂'), named('X', '乙')], areOne);
    expect(a).toBe(b);
  });

  it('by name where there is no code, whichever came first', () => {
    expect(firmsOf([named(null, '甲岚'), named('X', '甲岚模具厂'), named(null, '甲岚模具')], areOne)).toEqual([
      'X',
      'X',
      'X',
    ]);
  });

  it('not by being nobody', () => {
    expect(firmsOf([named(null, null), named(null, null)], areOne)).toEqual([null, null]);
  });

  it('not when the names are of two', () => {
    expect(new Set(firmsOf([named(null, '甲岚厂'), named(null, '乙岚厂')], areOne)).size).toBe(2);
  });
});
