import { LRUCache } from 'lru-cache';
import { pinyin } from 'pinyin-pro';
import type { Sound } from './domain/firm-name.ts';

/** The same few words of names are asked for over and over. */
const known = new LRUCache<string, string>({ max: 20_000 });

/** Standard Mandarin, tones as digits: 颍泰 is `ying3 tai4`. */
export const sound: Sound = (text) => {
  const said = known.get(text) ?? pinyin(text, { toneType: 'num' });
  known.set(text, said);
  return said;
};
