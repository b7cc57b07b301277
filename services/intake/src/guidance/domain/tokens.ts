/** What somebody types, folded: the parts between blanks, all of which must be there. */
export function partsOf(typed: string): string[] {
  return typed.split(/\s+/u).filter(Boolean);
}

/** Characters of the longest token. */
export const LONGEST_TOKEN = 3;

/**
 * Every run of one, two and three characters of folded words: Chinese has no blanks between words, and an operator who types
 * waits after the first character already.
 */
export function tokensOf(words: string): string[] {
  const tokens = new Set<string>();
  for (const word of words.split(/\s+/u)) {
    const characters = [...word];
    for (let from = 0; from < characters.length; from++)
      for (let size = 1; size <= LONGEST_TOKEN && from + size <= characters.length; size++)
        tokens.add(characters.slice(from, from + size).join(''));
  }
  return [...tokens];
}
