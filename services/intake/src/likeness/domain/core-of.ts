import { tuning, type Tuning } from './tuning.ts';
import type { Terms, Weighed } from './weigh.ts';

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

function core(all: readonly Terms[], by: Tuning): Terms {
  const found = new Map<string, { sum: number; times: number }>();
  for (const terms of all) {
    const length = lengthOf(Object.values(terms));
    for (const [term, weight] of Object.entries(terms)) {
      const { sum, times } = found.get(term) ?? { sum: 0, times: 0 };
      found.set(term, { sum: sum + weight / length, times: times + 1 });
    }
  }
  const kept = [...found]
    .filter(([, { times }]) => times > 1)
    .map(([term, { sum, times }]) => [term, sum * (times / all.length) ** by.sharpness] as const);
  // as long as a member on the average: what is compared with it is measured as if it were one
  const usual = all.reduce((total, terms) => total + lengthOf(Object.values(terms)), 0) / all.length;
  const scale = usual / lengthOf(kept.map(([, weight]) => weight));
  return Object.fromEntries(kept.map(([term, weight]) => [term, weight * scale]));
}

function lengthOf(values: readonly number[]): number {
  return Math.hypot(...values) || 1;
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
