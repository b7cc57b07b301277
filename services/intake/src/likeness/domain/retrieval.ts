import type { Weighed } from './weigh.ts';

const CONCEPTS = 12;
const LEXEMES = 16;

/** The terms that an index keeps of a text, and those by which its like are looked for: the weightiest of each kind. */
export function indexed(weighed: Weighed): string[] {
  return [...Object.keys(weighed.concepts).filter(isThing), ...Object.keys(weighed.lexemes).filter(isWordOrPair)];
}

export function sought(weighed: Weighed): string[] {
  const most = (terms: Weighed['concepts'], kept: (term: string) => boolean, count: number) =>
    Object.entries(terms)
      .filter(([term]) => kept(term))
      .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
      .slice(0, count)
      .map(([term]) => term);
  return [...most(weighed.concepts, isThing, CONCEPTS), ...most(weighed.lexemes, isWordOrPair, LEXEMES)];
}

const isThing = (term: string): boolean => term.startsWith('物:');
const isWordOrPair = (term: string): boolean => !term.startsWith('字:');
