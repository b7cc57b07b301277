import type { Domain } from '@qifutong/contracts/fields';
import type { Found } from './concepts.ts';
import type { Resemblance } from './resembling.ts';

/** A word or a character and how rare it is in the language, in the unit of an idf. */
export interface Lexeme {
  readonly form: string;
  readonly rarity: number;
}

/** A text taken apart. */
export interface Parts {
  /** width, traditional characters and noise normalised; the original is kept in the report */
  readonly folded: string;
  readonly things: readonly Found[];
  readonly troubles: readonly Found[];
  readonly words: readonly Lexeme[];
  readonly characters: readonly Lexeme[];
  /** pairs of neighbouring characters, as they are said */
  readonly pairs: readonly string[];
}

/** A report's text: what likeness, domain and urgency are judged by. */
export interface Reading extends Parts {
  /** known problems that it may be about, the likeliest first */
  readonly problems: readonly Resemblance[];
  /** how likely each domain is by its words alone, together 1 */
  readonly leaning: ReadonlyMap<Domain, number>;
  /** above 0 it is told as what cannot wait is told, below as what can */
  readonly pressure: number;
}

const han = /[^\p{Script=Han}]+/gu;

export function pairsIn(folded: string): string[] {
  return folded
    .split(han)
    .flatMap((run) => [...run].slice(1).map((second, i) => [...run][i]! + second))
    .filter((pair, i, all) => all.indexOf(pair) === i);
}
