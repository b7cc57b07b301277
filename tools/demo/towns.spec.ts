import { describe, expect, it } from '@jest/globals';
import { townCodeOf, towns } from './towns.ts';

describe('the towns', () => {
  it('are four streets, eleven towns and three townships of the county, each with its code', () => {
    const kinds = towns.map(
      ({ code, name }) => `${code.slice(0, 6)} ${code.slice(6, 7)} ${/(街道|镇|乡)$/.exec(name)?.[0]}`,
    );
    expect([...new Set(kinds)]).toEqual(['330226 0 街道', '330226 1 镇', '330226 2 乡']);
    expect(kinds.map((kind) => kind.at(7))).toEqual([...'000011111111111222']);
    expect(new Set(towns.map(({ code }) => code)).size).toBe(18);
  });

  it('have weights that make a thousand', () => {
    expect(towns.reduce((sum, { weight }) => sum + weight, 0)).toBe(1000);
  });

  it('are found by their exact names only', () => {
    expect([townCodeOf('强蛟镇'), townCodeOf('强蛟'), townCodeOf('')]).toEqual(['330226110', undefined, undefined]);
  });
});
