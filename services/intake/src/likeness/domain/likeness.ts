import { tuning, type Tuning } from './tuning.ts';
import { dotOf, vectorOf, type Terms } from './vector.ts';
import type { Weighed } from './weigh.ts';

export interface Shared {
  readonly term: string;
  readonly weight: number;
}

export interface Likeness {
  /** 0 nothing in common, 1 the same */
  readonly score: number;
  /** what they have in common, the weightiest first; worked out when it is asked for */
  readonly shared: () => readonly Shared[];
}

/** How alike two texts are: the one part to replace when a better one turns up. */
export type Scorer = (a: Weighed, b: Weighed) => Likeness;

/** By words alone: what firms speak of, what is the matter with it, and how it is said. */
export const lexical: Scorer = (a, b) => lexicalBy(a, b, tuning);

export function lexicalBy(a: Weighed, b: Weighed, by: Tuning): Likeness {
  const raw =
    mixed(a.concepts, b.concepts, by.conceptCosine, by.conceptPart) +
    by.lexemes * mixed(a.lexemes, b.lexemes, by.lexemeCosine, by.lexemePart) +
    (a.domain === b.domain ? by.domain : 0);
  return { score: 1 - Math.exp(-by.steepness * raw), shared: () => sharedOf(a, b) };
}

/** Between the cosine and how much of the smaller is in the other: a short call and a long letter may say the same. */
function mixed(a: Terms, b: Terms, share: number, partWeight: number): number {
  const [one, other] = [vectorOf(a), vectorOf(b)];
  const dot = dotOf(one, other);
  if (dot === 0) return 0;
  const cosine = dot / Math.sqrt(one.squares * other.squares);
  return share * cosine + (1 - share) * partWeight * Math.min(1, dot / Math.min(one.squares, other.squares));
}

const TOLD = 6;

function sharedOf(a: Weighed, b: Weighed): Shared[] {
  const told = products(a.lexemes, b.lexemes).filter(({ term }) => term.startsWith('词:'));
  return [...products(a.concepts, b.concepts).slice(0, TOLD), ...told.slice(0, TOLD)];
}

function products(a: Terms, b: Terms): Shared[] {
  return Object.entries(a)
    .map(([term, weight]) => ({ term, weight: weight * (b[term] ?? 0) }))
    .filter(({ weight }) => weight > 0)
    .sort((one, other) => other.weight - one.weight);
}
