import type { Likeness, Scorer } from './likeness.ts';
import type { Weighed } from './weigh.ts';

/** Where a model's cosines lie for strangers, and for texts that say the same. */
export interface Span {
  readonly unlike: number;
  readonly alike: number;
}

/** Half by words, half by meaning; by words alone where one of the two has no vector. */
export function embedded(lexical: Scorer, { unlike, alike }: Span): Scorer {
  return (a: Weighed, b: Weighed): Likeness => {
    const words = lexical(a, b);
    if (a.embedding?.length !== b.embedding?.length || !a.embedding || !b.embedding) return words;
    const cosine = a.embedding.reduce((sum, value, i) => sum + value * b.embedding![i]!, 0);
    const meaning = Math.min(1, Math.max(0, (cosine - unlike) / (alike - unlike)));
    return { score: (words.score + meaning) / 2, shared: words.shared };
  };
}
