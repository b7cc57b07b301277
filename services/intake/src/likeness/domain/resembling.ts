import type { Domain } from '@qifutong/contracts/fields';
import type { Parts } from './reading.ts';

/** A problem of the catalogue that a text may be about. */
export interface Resemblance {
  readonly name: string;
  readonly domain: Domain;
  /** of all that it resembles: together they are 1 */
  readonly share: number;
}

interface Known {
  readonly name: string;
  readonly domain: Domain;
  readonly weights: ReadonlyMap<string, number>;
}

/** The catalogue, taken apart as texts are. */
export interface Catalogue {
  readonly known: readonly Known[];
  readonly rarity: ReadonlyMap<string, number>;
}

const WEIGHT = { thing: 1.5, trouble: 0.5, word: 1, pair: 0.6 };
/** Between a problem that is told at length and one that is told in a word. */
const LENGTH = 0.75;
const SHARPNESS = 2;
const AT_MOST = 12;

function termsOf({ things, troubles, words, pairs }: Parts): [string, number][] {
  return [
    ...things.map(({ name, weight }) => [`物:${name}`, WEIGHT.thing * weight] as [string, number]),
    ...troubles.map(({ name, weight }) => [`事:${name}`, WEIGHT.trouble * weight] as [string, number]),
    ...words.map(({ form, rarity }) => [`词:${form}`, WEIGHT.word * rarity] as [string, number]),
    ...pairs.map((pair) => [`连:${pair}`, WEIGHT.pair] as [string, number]),
  ];
}

export function catalogueOf(
  problems: readonly { readonly name: string; readonly domain: Domain; readonly parts: Parts }[],
): Catalogue {
  const told = problems.map(({ parts }) => termsOf(parts));
  const counts = new Map<string, number>();
  for (const terms of told) for (const [term] of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  const rarity = new Map([...counts].map(([term, count]) => [term, Math.log((problems.length + 1) / count)]));
  const known = problems.map(({ name, domain }, i) => {
    const weights = told[i]!.map(([term, weight]) => [term, weight * rarity.get(term)!] as const);
    const length = Math.sqrt(weights.reduce((sum, [, weight]) => sum + weight * weight, 0)) ** LENGTH;
    return { name, domain, weights: new Map(weights.map(([term, weight]) => [term, weight / length])) };
  });
  return { known, rarity };
}

/** What a text may be about, the likeliest first. */
export function resembling(parts: Parts, { known, rarity }: Catalogue): Resemblance[] {
  const terms = termsOf(parts).flatMap(([term, weight]) => {
    const rare = rarity.get(term);
    return rare === undefined ? [] : [[term, weight * rare] as const];
  });
  const scored = known
    .map(({ name, domain, weights }) => {
      const score = terms.reduce((sum, [term, weight]) => sum + weight * (weights.get(term) ?? 0), 0);
      return { name, domain, score };
    })
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, AT_MOST);
  const sharpened = scored.map((one) => ({ ...one, score: (one.score / scored[0]!.score) ** SHARPNESS }));
  const all = sharpened.reduce((sum, { score }) => sum + score, 0);
  return sharpened.map(({ name, domain, score }) => ({ name, domain, share: score / all }));
}
