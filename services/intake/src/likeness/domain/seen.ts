import type { Reading } from './reading.ts';
import { termsOf, type Frequencies } from './weigh.ts';

/** Under which how many issues there were is counted: no text has it for a term. */
export const ALL = '*';

/** In how many issues each term was seen, counted on while several are weighed one after the other. */
export class Seen implements Frequencies {
  readonly #before: ReadonlyMap<string, number>;
  readonly #since = new Map<string, number>();

  /** @param before of every term that will be asked for; how many issues there were stands under `ALL` */
  constructor(before: ReadonlyMap<string, number>) {
    this.#before = before;
  }

  get issues(): number {
    return this.of(ALL);
  }

  readonly of = (term: string): number => (this.#before.get(term) ?? 0) + (this.#since.get(term) ?? 0);

  count(reading: Reading): void {
    for (const term of countedOf(reading)) this.#since.set(term, (this.#since.get(term) ?? 0) + 1);
  }

  /** What was counted here and is not kept yet. */
  get since(): ReadonlyMap<string, number> {
    return this.#since;
  }
}

export function countedOf(reading: Reading): ReadonlySet<string> {
  return new Set([ALL, ...termsOf(reading)]);
}
