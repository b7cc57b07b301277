import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** 抽签: whole numbers by lot. The same seed gives the same numbers on any machine: nothing in it depends on floating point. */
export interface Draw {
  /** one of 0, 1, … below - 1, each as likely */
  below(count: number): number;
}

/** @param seed a whole number from 0 to 4,294,967,295 */
export function drawOf(seed: number): Draw {
  const generator = xoroshiro128plus(seed);
  return { below: (count) => uniformInt(generator, 0, count - 1) };
}

/** In an order by lot, each order as likely (Fisher and Yates). */
export function shuffled<T>(things: readonly T[], draw: Draw): T[] {
  const order = [...things];
  for (let last = order.length - 1; last > 0; last--) {
    const chosen = draw.below(last + 1);
    [order[last], order[chosen]] = [order[chosen]!, order[last]!];
  }
  return order;
}
