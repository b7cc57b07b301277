import { pinyin } from 'pinyin-pro';
import type { Sound } from './domain/firm-name.ts';

/** Standard Mandarin, tones as digits: 颍泰 is `ying3 tai4`. */
export const sound: Sound = (text) => pinyin(text, { toneType: 'num' });
