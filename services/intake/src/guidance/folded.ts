import { Converter } from 'opencc-js/t2cn';
import { tokensOf } from './domain/tokens.ts';

const simplified = Converter({ from: 't', to: 'cn' }) as (text: string) => string;
/** no more than there are characters */
const known = new Map<string, string>();

function simplifiedOnce(character: string): string {
  const made = known.get(character) ?? simplified(character);
  known.set(character, made);
  return made;
}

/**
 * Words as they are compared: full width is half width, capitals are small letters, traditional characters simplified ones, each by
 * itself: what is a part of a text is still a part of it when both are folded.
 */
export function folded(text: string): string {
  const plain = text.normalize('NFKC').toLowerCase();
  return plain.replace(/\p{Script=Han}/gu, simplifiedOnce);
}

/** How a guidance is found. */
export function findable({ title, text }: { readonly title: string; readonly text: string }) {
  const [inTitle, words] = [folded(title), folded(`${title}\n${text}`)];
  return { title: inTitle, words, titleTokens: tokensOf(inTitle), tokens: tokensOf(words) };
}
