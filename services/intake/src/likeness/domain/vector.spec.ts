import { describe, expect, it } from '@jest/globals';
import { dotOf, termsOf, vectorOf } from './vector.ts';

const SEED = 20200210;

/** As it would be done by hand. */
function plainDot(a: Readonly<Record<string, number>>, b: Readonly<Record<string, number>>): number {
  return Object.entries(a).reduce((sum, [term, weight]) => sum + weight * (b[term] ?? 0), 0);
}

function random(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

describe('terms side by side', () => {
  it(`give the product that their words give (seed ${SEED})`, () => {
    const next = random(SEED);
    const some = () =>
      Object.fromEntries(Array.from({ length: 60 }, () => [`词:${Math.floor(next() * 200)}`, next()] as const));
    for (let i = 0; i < 200; i++) {
      const [a, b] = [some(), some()];
      expect(dotOf(vectorOf(a), vectorOf(b))).toBeCloseTo(plainDot(a, b), 10);
    }
  });

  it('have each a number of its own', () => {
    const terms = Object.fromEntries(Array.from({ length: 200_000 }, (_, n) => [`连:${n.toString(36)}`, 1]));
    expect(new Set(vectorOf(terms).ids).size).toBe(200_000);
  });

  it('are the same made from their numbers', () => {
    const plain = { 甲: 3, 乙: 4 };
    const { terms, ids, weights } = vectorOf(plain);
    const made = termsOf(terms.map((term, i) => ({ term, id: ids[i]!, weight: weights[i]! })));
    expect([{ ...made }, vectorOf(made), vectorOf(plain).squares]).toEqual([plain, vectorOf(plain), 25]);
  });
});
