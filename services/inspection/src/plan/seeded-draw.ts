import { randomInt } from 'node:crypto';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { Draw } from './domain/draw.ts';

export const SEEDS = 2 ** 32;

/** One by chance. */
export function anySeed(): number {
  return randomInt(SEEDS);
}

/**
 * The same seed gives the same numbers on any machine: nothing in it depends on floating point.
 * @param seed a whole number from 0 to 4,294,967,295
 */
export function drawOf(seed: number): Draw {
  const generator = xoroshiro128plus(seed);
  return { below: (count) => uniformInt(generator, 0, count - 1) };
}
