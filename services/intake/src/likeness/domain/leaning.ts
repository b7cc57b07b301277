import type { Parts } from './reading.ts';

/** Texts of a kind, taken apart. */
export interface Example<Kind extends string> {
  readonly kind: Kind;
  readonly parts: Parts;
}

/** How much likelier each term is in texts of each kind: the logarithms of naive Bayes. */
export interface Leanings<Kind extends string> {
  readonly kinds: readonly Kind[];
  readonly byTerm: ReadonlyMap<string, readonly number[]>;
}

/** Counted with each term of each kind, so that what was never said of a kind is not impossible. */
const UNSEEN = 0.3;

function termsOf({ things, troubles, words, pairs }: Parts): string[] {
  return [
    ...things.map(({ name }) => `物:${name}`),
    ...troubles.map(({ name }) => `事:${name}`),
    ...words.map(({ form }) => `词:${form}`),
    ...pairs.map((pair) => `连:${pair}`),
  ];
}

export function leaningsOf<Kind extends string>(examples: readonly Example<Kind>[]): Leanings<Kind> {
  const told = [...Map.groupBy(examples, ({ kind }) => kind)].map(([kind, of]) => {
    const terms = of.flatMap(({ parts }) => termsOf(parts));
    return { kind, counts: Map.groupBy(terms, (term) => term), all: terms.length };
  });
  const terms = new Set(told.flatMap(({ counts }) => [...counts.keys()]));
  const likelihoods = (term: string) =>
    told.map(({ counts, all }) => Math.log(((counts.get(term)?.length ?? 0) + UNSEEN) / (all + UNSEEN * terms.size)));
  return {
    kinds: told.map(({ kind }) => kind),
    byTerm: new Map([...terms].map((term) => [term, likelihoods(term)])),
  };
}

function sumsOf<Kind extends string>(parts: Parts, { kinds, byTerm }: Leanings<Kind>) {
  const known = termsOf(parts).flatMap((term) => {
    const likelihoods = byTerm.get(term);
    return likelihoods ? [likelihoods] : [];
  });
  const sums = kinds.map((kind, i) => [kind, known.reduce((sum, each) => sum + each[i]!, 0)] as const);
  return { sums: new Map(sums), terms: known.length };
}

/** Neighbouring terms tell the same: so much less sure than the sums is what they tell. */
const DEPENDENT = 6;

/** How likely each kind is, together 1; nothing where no term is known. */
export function lean<Kind extends string>(parts: Parts, leanings: Leanings<Kind>): Map<Kind, number> {
  const { sums, terms } = sumsOf(parts, leanings);
  if (terms === 0) return new Map();
  const most = Math.max(...sums.values());
  const likely = [...sums].map(([kind, sum]) => [kind, Math.exp((sum - most) / DEPENDENT)] as const);
  const all = likely.reduce((total, [, each]) => total + each, 0);
  return new Map(likely.map(([kind, each]) => [kind, each / all]));
}

/** So many terms are taken to say nothing: of a short text little is known. */
const SILENT = 10;

/** How much more the text is like one kind than like the other, by the term. */
export function contrast<Kind extends string>(parts: Parts, leanings: Leanings<Kind>, one: Kind, other: Kind): number {
  const { sums, terms } = sumsOf(parts, leanings);
  return (sums.get(one)! - sums.get(other)!) / (terms + SILENT);
}
