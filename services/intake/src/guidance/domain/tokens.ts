/** Words as they are compared: full width is half width, capitals are small letters. */
export function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

/** What somebody types: the parts between blanks, all of which must be there. */
export function partsOf(typed: string): string[] {
  return folded(typed).split(/\s+/u).filter(Boolean);
}

/**
 * Every character and every two neighbours of folded words: Chinese has no blanks between words, and an operator who types
 * waits after the first character already.
 */
export function tokensOf(words: string): string[] {
  const characters = [...words].filter((character) => character !== '\n');
  const pairs = characters.slice(1).map((character, i) => `${characters[i]}${character}`);
  return [...new Set([...characters, ...pairs])].filter((token) => !/\s/u.test(token));
}
