import type { Domain } from '@qifutong/contracts/fields';
import type { Parts, Resemblance } from './reading.ts';

interface Problem {
  readonly name: string;
  readonly domain: Domain;
}

/** The catalogue, taken apart as texts are: by term, which problems have it and with what weight. */
export interface Catalogue {
  readonly problems: readonly Problem[];
  readonly byTerm: ReadonlyMap<string, { readonly rarity: number; readonly in: ReadonlyMap<number, number> }>;
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

export function catalogueOf(problems: readonly (Problem & { readonly parts: Parts })[]): Catalogue {
  const told = problems.map(({ parts }) => termsOf(parts));
  const having = Map.groupBy(
    told.flatMap((terms, problem) => terms.map(([term, weight]) => ({ term, weight, problem }))),
    ({ term }) => term,
  );
  const rarityOf = (term: string) => Math.log((problems.length + 1) / having.get(term)!.length);
  const lengths = told.map((terms) => Math.hypot(...terms.map(([term, weight]) => weight * rarityOf(term))) ** LENGTH);
  const byTerm = [...having].map(([term, places]) => {
    const rarity = rarityOf(term);
    const weights = places.map(({ problem, weight }) => [problem, (weight * rarity) / lengths[problem]!] as const);
    return [term, { rarity, in: new Map(weights) }] as const;
  });
  return { problems: problems.map(({ name, domain }) => ({ name, domain })), byTerm: new Map(byTerm) };
}

/** What a text may be about, the likeliest first. */
export function resembling(parts: Parts, { problems, byTerm }: Catalogue): Resemblance[] {
  const scores = new Map<number, number>();
  for (const [term, weight] of termsOf(parts)) {
    const known = byTerm.get(term);
    if (!known) continue;
    for (const [problem, share] of known.in)
      scores.set(problem, (scores.get(problem) ?? 0) + weight * known.rarity * share);
  }
  const best = [...scores]
    .filter(([, score]) => score > 0)
    .sort(([one, a], [other, b]) => b - a || one - other)
    .slice(0, AT_MOST);
  const sharpened = best.map(([problem, score]) => ({ problem, score: (score / best[0]![1]) ** SHARPNESS }));
  const all = sharpened.reduce((sum, { score }) => sum + score, 0);
  return sharpened.map(({ problem, score }) => ({ ...problems[problem]!, share: score / all }));
}
