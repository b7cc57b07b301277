import { describe, expect, it } from '@jest/globals';
import { exactWords, optionalWords, words } from './shape.ts';

const unreadable = [
  '',
  ' ',
  '\u200b',
  '\ufeff',
  '\u200b \u200d\u2060\n',
  '\u3164',
  '\u034f',
  '\u2800',
  '\u00ad',
  '\u{e0020}',
];
const codesOf = (shape: ReturnType<typeof words>, text: string) =>
  (shape.safeParse(text).error?.issues ?? []).map((issue): unknown =>
    'params' in issue ? issue.params?.['code'] : issue.code,
  );

describe('words', () => {
  it.each(unreadable)('that nobody can read count as missing: %j', (text) => {
    expect(codesOf(words(10), text)).toEqual(['FIELD_REQUIRED']);
    expect(optionalWords(10).parse(text)).toBeNull();
  });

  it.each(['零\u200b宽', '👩🏽‍🏭', ' 口罩 ', '.', '𠮷'])('that can be read are kept as they are: %j', (text) => {
    expect(words(10).parse(text)).toBe(text);
    expect(optionalWords(10).parse(text)).toBe(text.trim());
  });

  it.each(['\u0000', '\ud83d'])('that cannot be stored are malformed: %j', (text) => {
    expect(codesOf(words(10), text)).toEqual(['FIELD_MALFORMED']);
    expect(codesOf(exactWords(10), text)).toEqual(['FIELD_MALFORMED']);
  });

  it('that somebody said are kept, though nobody can read them', () => {
    expect(exactWords(10).parse('\u200b\u200d')).toBe('\u200b\u200d');
    expect(codesOf(exactWords(10), ' \n')).toEqual(['FIELD_REQUIRED']);
  });
});
