import type { Domain } from '@qifutong/contracts/fields';
import type { Found } from './concepts.ts';
import type { Lexeme, Reading } from './reading.ts';
import { tuning, type Tuning } from './tuning.ts';
import { dictionary, type Terms } from './vector.ts';

/** A text, or the core that many texts share, ready to be compared. */
export interface Weighed {
  readonly concepts: Terms;
  readonly lexemes: Terms;
  readonly domain: Domain;
  /** of unit length; null where no endpoint gave one */
  readonly embedding: readonly number[] | null;
}

/** How many issues there were so far, and how many of them had a term. */
export interface Frequencies {
  readonly issues: number;
  readonly of: (term: string) => number;
}

/** Before this many issues were seen, the language's own rarity counts for more than what was seen. */
const PRIOR = 50;
const SHORTEST = 20;

/** Which terms of a text are counted among the issues' terms. */
export function termsOf(reading: Reading): string[] {
  return [
    ...reading.things.map(({ name }) => `物:${name}`),
    ...reading.troubles.map(({ name }) => `事:${name}`),
    ...reading.words.map(({ form }) => `词:${form}`),
    ...reading.characters.map(({ form }) => `字:${form}`),
    ...reading.pairs.map((pair) => `连:${pair}`),
  ];
}

export function weigh(reading: Reading, domain: Domain, seen: Frequencies, by: Tuning = tuning): Weighed {
  const rarity = (term: string, power: number) =>
    (Math.log((seen.issues + PRIOR) / (seen.of(term) + 1)) / Math.log(PRIOR + 1)) ** power;
  return {
    concepts: kept(conceptTerms(reading, rarity, by)),
    lexemes: kept(lexemeTerms(reading, rarity, by)),
    domain,
    embedding: null,
  };
}

/** Kept as it is compared: what is read again weighs what it weighed. */
export const rounded = (weight: number): number => Math.round(weight * 1e4) / 1e4;

function kept(terms: Iterable<readonly [string, number]>): Terms {
  return dictionary([...terms].map(([term, weight]) => [term, rounded(weight)]));
}

type Rarity = (term: string, power: number) => number;

/** What is said first and often is what a report is about; the rest is circumstance. */
export function salience(found: readonly Found[], length: number, by: Tuning): Map<Found, number> {
  const plain = found.map((one) => {
    const said = Math.min(2, Math.sqrt(one.times)) * (1 - (by.first * one.at) / Math.max(SHORTEST, length));
    return [one, one.weight * said] as const;
  });
  const most = Math.max(...plain.map(([, weight]) => weight), Number.MIN_VALUE);
  return new Map(plain.map(([one, weight]) => [one, weight * (weight / most) ** by.circumstance]));
}

function conceptTerms({ things, troubles, folded, problems }: Reading, rarity: Rarity, by: Tuning): [string, number][] {
  const terms: [string, number][] = [];
  const salient = salience(things, folded.length, by);
  const crowd = Math.sqrt(Math.max(1, troubles.length / 2));
  for (const trouble of troubles) {
    const said = Math.min(1.5, Math.sqrt(trouble.times));
    terms.push([
      `事:${trouble.name}`,
      by.trouble * trouble.weight * said * rarity(`事:${trouble.name}`, by.troubleRarity),
    ]);
  }
  for (const [thing, weight] of salient) {
    const rare = rarity(`物:${thing.name}`, by.thingRarity);
    terms.push([`物:${thing.name}`, weight * rare]);
    for (const trouble of troubles)
      terms.push([`物事:${thing.name}×${trouble.name}`, (by.both * weight * trouble.weight * rare) / crowd]);
  }
  for (const { name, share } of problems) terms.push([`题:${name}`, by.problem * share ** by.problemShare]);
  return terms;
}

function lexemeTerms({ words, characters, pairs }: Reading, rarity: Rarity, by: Tuning): (readonly [string, number])[] {
  const weighed = (kind: string, { form, rarity: own }: Lexeme, [power, seenPower]: readonly [number, number]) => {
    const term = `${kind}:${form}`;
    return [term, own ** power * rarity(term, seenPower)] as const;
  };
  return [
    ...words.map((word) => weighed('词', word, [by.wordOwn, by.wordRarity])),
    ...characters.map((character) => {
      const [term, weight] = weighed('字', character, [by.characterOwn, by.characterRarity]);
      return [term, by.character * weight] as const;
    }),
    ...pairs.map((pair) => [`连:${pair}`, by.pair * rarity(`连:${pair}`, by.pairRarity)] as const),
  ];
}
