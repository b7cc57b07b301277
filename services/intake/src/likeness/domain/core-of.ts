import { tuning, type Tuning } from './tuning.ts';
import { termsOf, vectorOf } from './vector.ts';
import type { Terms } from './vector.ts';
import { rounded, type Weighed } from './weigh.ts';

/** Of what fewer of them say the sharpened weight is next to nothing. */
const A_FEW = 0.1;

/** What several texts share, as one text: terms that most of them have weigh most, those of one alone nothing. */
export function coreOf(members: readonly Weighed[], by: Tuning = tuning): Weighed {
  const embeddings = members.flatMap(({ embedding }) => (embedding ? [embedding] : []));
  return {
    concepts: core(
      members.map(({ concepts }) => concepts),
      by,
    ),
    lexemes: core(
      members.map(({ lexemes }) => lexemes),
      by,
    ),
    domain: mostOf(members.map(({ domain }) => domain)),
    embedding: embeddings.length === members.length ? mean(embeddings) : null,
  };
}

interface Gathered {
  readonly term: string;
  readonly id: number;
  sum: number;
  times: number;
}

function core(all: readonly Terms[], by: Tuning): Terms {
  const found = new Map<string, Gathered>();
  for (const one of all) gather(found, one);
  const shared = [...found.values()].filter(({ times }) => times > 1 && times >= A_FEW * all.length);
  const sharpened = all.map((_, i) => ((i + 1) / all.length) ** by.sharpness);
  const weights = shared.map(({ sum, times }) => sum * sharpened[times - 1]!);
  // as long as a member on the average: what is compared with it is measured as if it were one
  const usual = all.reduce((total, terms) => total + lengthOf(terms), 0) / all.length;
  const scale = usual / (Math.sqrt(weights.reduce((sum, weight) => sum + weight * weight, 0)) || 1);
  return termsOf(shared.map(({ term, id }, i) => ({ term, id, weight: rounded(weights[i]! * scale) })));
}

function gather(found: Map<string, Gathered>, one: Terms): void {
  const { terms, ids, weights } = vectorOf(one);
  const length = lengthOf(one);
  for (let i = 0; i < terms.length; i++) {
    const [term, share] = [terms[i]!, weights[i]! / length];
    const before = found.get(term);
    if (before) {
      before.sum += share;
      before.times += 1;
    } else found.set(term, { term, id: ids[i]!, sum: share, times: 1 });
  }
}

function lengthOf(terms: Terms): number {
  return Math.sqrt(vectorOf(terms).squares) || 1;
}

export function mostOf<T>(values: readonly T[]): T {
  const counted = [...Map.groupBy(values, (value) => value)];
  return counted.reduce((most, one) => (one[1].length > most[1].length ? one : most))[0];
}

function mean(vectors: readonly (readonly number[])[]): number[] {
  const sum = vectors[0]!.map((_, i) => vectors.reduce((total, vector) => total + (vector[i] ?? 0), 0));
  const length = Math.hypot(...sum) || 1;
  return sum.map((value) => value / length);
}
