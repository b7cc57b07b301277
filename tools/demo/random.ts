/** A source of numbers from 0 (included) to 1 (excluded). */
export type Random = () => number;

/**
 * A small generator with 32 bits of state: one seed gives one sequence on every machine. Not for secrets.
 * @see mulberry32, Tommy Ettinger 2017, public domain
 */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** One of the items, each as likely as the other. Throws a RangeError when there is none. */
export function pick<T>(random: Random, items: readonly T[]): T {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new RangeError('nothing to pick from');
  return item;
}

/** A function that draws items as often as their weights say. Throws a RangeError when all weights are 0. */
export function weightedPick<T>(items: readonly T[], weight: (item: T) => number): (random: Random) => T {
  let total = 0;
  const steps = items.map((item) => ({ item, upTo: (total += weight(item)) }));
  if (total <= 0) throw new RangeError('nothing to pick from');
  return (random) => {
    const at = random() * total;
    return steps.find(({ upTo }) => at < upTo)!.item;
  };
}

/** A whole number from `low` to `high`, both included; the higher `lean`, the likelier are low ones, and 1 is even. */
export function drawWhole(random: Random, [low, high]: readonly [number, number], lean = 1): number {
  let share = 1;
  for (let i = 0; i < lean; i++) share *= random();
  return low + Math.floor(share * (high - low + 1));
}
