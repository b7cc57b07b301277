import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';
import { Converter } from 'opencc-js';

const jieba = Jieba.withDict(dict);
const simplified = Converter({ from: 'tw', to: 'cn' });
const invisible = /[\p{Cc}\p{Cf}\p{Mn}]/gu;
const spacing = /\s+/gu;

/** Width normalised, traditional characters simplified, what cannot be seen taken out. The original is kept elsewhere. */
export function fold(text: string): string {
  return simplified(text.normalize('NFKC').replace(spacing, ' ').replace(invisible, '')).trim();
}

const telling = /^(?:n|nz|v|vn|vd|a|an|l|i|j|eng|x|b)$/u;

export function words(folded: string): string[] {
  return jieba
    .tag(folded, true)
    .filter(({ word, tag }) => telling.test(tag) && /\p{Script=Han}{2,}|[A-Za-z]{2,}/u.test(word))
    .map(({ word }) => word);
}
