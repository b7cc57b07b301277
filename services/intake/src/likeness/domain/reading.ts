import type { Domain } from '@qifutong/contracts/fields';
import type { Found } from './concepts.ts';

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

/** A problem of the catalogue that a text may be about. */
export interface Resemblance {
  readonly name: string;
  readonly domain: Domain;
  /** of all that it resembles: together they are 1 */
  readonly share: number;
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

/** Pairs of neighbouring Chinese characters, each once. */
export function pairsIn(folded: string): string[] {
  const pairs = folded.split(han).flatMap((run) => {
    const characters = [...run];
    return characters.slice(1).map((second, i) => characters[i]! + second);
  });
  return [...new Set(pairs)];
}
