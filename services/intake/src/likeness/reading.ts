import { Jieba } from '@node-rs/jieba';
import { dict, idf } from '@node-rs/jieba/dict.js';
import { Converter } from 'opencc-js';
import { thingsIn, troublesIn } from './domain/concepts.ts';
import { problems } from './domain/catalogue/problems.ts';
import { calm, pressing } from './domain/catalogue/pressing.ts';
import { contrast, lean, leaningsOf } from './domain/leaning.ts';
import { pairsIn, type Lexeme, type Parts, type Reading } from './domain/reading.ts';
import { catalogueOf, resembling } from './domain/resembling.ts';
import { corrected } from './misheard.ts';

const utf8 = new TextDecoder();
const jieba = Jieba.withDict(dict);
const simplified = Converter({ from: 't', to: 'cn' }) as (text: string) => string;
const invisible = /[\p{Cc}\p{Cf}\p{Mn}\p{Co}\uFFFD]/gu;
const spacing = /\s+/gu;
const repeated = /([!?.,~。,、!?…—-])\1+/gu;
const telling = /^(?:n|nz|v|vn|vd|a|an|l|i|j|eng|x|b)$/u;
/** Whoever speaks names themselves: who says 我厂 and who says 我厂 too need have nothing else in common. */
const oneself =
  /[我咱俺敝鄙]|贵(?:公司|单位|[司厂部局院所办])$|^[本该](?:公司|单位|企业|[司厂店院社部办局所校行村县镇区市])$/u;
const wordlike = /^(?:\p{Script=Han}{2,}|[A-Za-z]{2,})$/u;

/** Words of the language without those of idf.txt are rare. */
const UNKNOWN = 11;
const RAREST = 12;

const [wordRarity, characterRarity] = [rarityOfWords(), rarityOfCharacters()];

function rarityOfWords(): ReadonlyMap<string, number> {
  const lines = utf8.decode(idf).trim().split('\n');
  return new Map(
    lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ') + 1))]),
  );
}

/** Of the characters in the dictionary's short words, by how often these are used. */
function rarityOfCharacters(): ReadonlyMap<string, number> {
  const used = new Map<string, number>();
  let all = 0;
  for (const line of utf8.decode(dict).split('\n')) {
    const [word = '', times] = line.split(' ');
    if (word.length > 4) continue;
    for (const character of word) {
      used.set(character, (used.get(character) ?? 0) + Number(times));
      all += Number(times);
    }
  }
  return new Map([...used].map(([character, times]) => [character, Math.min(RAREST, Math.log(all / (times + 50)))]));
}

/** Width normalised, traditional characters simplified, noise taken out, words that were misheard set right. */
export function fold(text: string): string {
  const plain = text.normalize('NFKC').replace(spacing, ' ').replace(invisible, '').replace(repeated, '$1');
  const folded = simplified(plain).trim();
  return corrected(jieba.cut(folded, true), (token) => wordRarity.has(token));
}

const told = problems.map(([domain, name, ways]) => ({ domain, name, ways, parts: partsOf(ways) }));
const catalogue = catalogueOf(told);
const byDomain = leaningsOf(told.map(({ domain, parts }) => ({ kind: domain, parts })));
const byUrgency = leaningsOf([
  ...pressing.map((text) => ({ kind: 'pressing' as const, parts: partsOf(text) })),
  ...[...calm, ...told.flatMap(({ ways }) => ways.split(';'))].map((text) => ({
    kind: 'calm' as const,
    parts: partsOf(text),
  })),
]);

/** Takes a report's text apart, and says which known problems it resembles. */
export function read(text: string): Reading {
  return resembled(partsOf(text));
}

function resembled(parts: Parts): Reading {
  return {
    ...parts,
    problems: resembling(parts, catalogue),
    leaning: lean(parts, byDomain),
    pressure: contrast(parts, byUrgency, 'pressing', 'calm'),
  };
}

function partsOf(text: string): Parts {
  const folded = fold(text);
  const words = wordsIn(folded);
  return {
    folded,
    things: thingsIn(folded),
    troubles: troublesIn(folded),
    words: words.map((form) => ({ form, rarity: (wordRarity.get(form) ?? UNKNOWN) / 8 })),
    characters: charactersOf(words),
    pairs: pairsIn(folded),
  };
}

function wordsIn(folded: string): string[] {
  const tagged = jieba.tag(folded, true).filter(({ word, tag }) => telling.test(tag) && wordlike.test(word));
  const told = tagged.filter(({ word }) => !oneself.test(word));
  return [...new Set(told.map(({ word }) => word))];
}

function charactersOf(words: readonly string[]): Lexeme[] {
  const characters = new Set(words.flatMap((word) => [...word].filter((one) => /\p{Script=Han}/u.test(one))));
  return [...characters].map((form) => ({ form, rarity: (characterRarity.get(form) ?? RAREST) / 7 }));
}
