import type { Weighed } from './weigh.ts';

/** By so many of the weightiest it looks for its like, and by so many words it is found: what weighs little makes nothing alike. */
const CONCEPTS = 12;
const LEXEMES = 16;
const FOUND_BY = 24;
const CORE_FOUND_BY = 60;

/** The terms that an index keeps of a text, and those by which its like are looked for: the weightiest of each kind. */
export function indexed(weighed: Weighed): string[] {
  return [...Object.keys(weighed.concepts).filter(isThing), ...most(weighed.lexemes, isWordOrPair, FOUND_BY)];
}

export function indexedOfCore({ concepts, lexemes }: Weighed): string[] {
  return [...Object.keys(concepts).filter(isThing), ...most(lexemes, isWordOrPair, CORE_FOUND_BY)];
}

export function sought(weighed: Weighed): string[] {
  return [...most(weighed.concepts, isThing, CONCEPTS), ...most(weighed.lexemes, isWordOrPair, LEXEMES)];
}

function most(terms: Weighed['concepts'], kept: (term: string) => boolean, count: number): string[] {
  return Object.entries(terms)
    .filter(([term]) => kept(term))
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, count)
    .map(([term]) => term);
}

const isThing = (term: string): boolean => term.startsWith('物:') || term.startsWith('题:');
const isWordOrPair = (term: string): boolean => !term.startsWith('字:');
