import type { Draw } from './draw.ts';

/** Sums of weights from the first on, by powers of two (Fenwick): finding and taking one away costs the logarithm of their number. */
class Sums {
  readonly #tree: number[];
  readonly #top: number;

  constructor(weights: readonly number[]) {
    this.#tree = [0, ...weights];
    for (let i = 1; i < this.#tree.length; i++) {
      const above = i + (i & -i);
      if (above < this.#tree.length) this.#tree[above]! += this.#tree[i]!;
    }
    this.#top = 2 ** Math.floor(Math.log2(Math.max(1, weights.length)));
  }

  /** The index whose share of the whole contains the ticket. */
  at(ticket: number): number {
    let [before, left] = [0, ticket];
    for (let step = this.#top; step >= 1; step /= 2) {
      const sum = this.#tree[before + step];
      if (sum === undefined || sum > left) continue;
      before += step;
      left -= sum;
    }
    return before;
  }

  take(index: number, weight: number): void {
    for (let i = index + 1; i < this.#tree.length; i += i & -i) this.#tree[i]! -= weight;
  }
}

/**
 * Draws without putting back: each next one with a chance in proportion to its weight among those that are left.
 * @param weightOf a whole number above zero; all together below 2^31
 */
export function drawnByWeight<T>(things: readonly T[], weightOf: (thing: T) => number, count: number, draw: Draw): T[] {
  const weights = things.map(weightOf);
  const sums = new Sums(weights);
  let whole = weights.reduce((sum, weight) => sum + weight, 0);
  return Array.from({ length: Math.min(count, things.length) }, () => {
    const index = sums.at(draw.below(whole));
    const weight = weights[index]!;
    sums.take(index, weight);
    whole -= weight;
    return things[index]!;
  });
}
