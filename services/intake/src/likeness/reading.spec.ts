import { describe, expect, it } from '@jest/globals';
import { fold, read } from './reading.ts';

describe('a text is folded', () => {
  it.each([
    ['full width to half', '急需口罩500只', '急需口罩500只'],
    ['traditional characters to simplified', '復工備案卡住了,機器開不了', '复工备案卡住了,机器开不了'],
    ['what cannot be seen taken out', '口\u200B罩\uFEFF', '口罩'],
    ['marks said over and over said once', '急!!!!口罩。。。', '急!口罩。'],
    ['what was misheard set right', '鹅温枪、口照都没有', '额温枪、口罩都没有'],
    ['and what only sounds alike left alone', '小组进入车间,同是外地的', '小组进入车间,同是外地的'],
    ['simplified text unchanged', '我们地方么人家驾驶员不肯', '我们地方么人家驾驶员不肯'],
  ])('%s', (_title, text, folded) => {
    expect(fold(text)).toBe(folded);
  });
});

describe('a text is read', () => {
  it('as what it speaks of and what is the matter with it', () => {
    const { things, troubles } = read('渔船靠港后没有冰块,买不到柴油,出不了海');
    expect([things.map(({ name }) => name), troubles.map(({ name }) => name)]).toEqual([
      expect.arrayContaining(['渔船出海', '气体燃料']),
      expect.arrayContaining(['买不到']),
    ]);
  });

  it.each(['我厂', '我司', '我院', '咱厂', '本厂', '贵司'])(
    'without %s, by which whoever speaks is named',
    (oneself) => {
      expect(read(`村口设卡不让${oneself}工人进村`).words.map(({ form }) => form)).toEqual([
        '村口',
        '设卡',
        '不让',
        '工人',
        '进村',
      ]);
    },
  );

  it('into nothing where nothing is said', () => {
    expect(read('!?')).toMatchObject({ things: [], troubles: [], words: [], characters: [], pairs: [] });
  });
});
