import { describe, expect, it } from '@jest/globals';
import { weighed } from '../../../test/weighed.ts';
import { coreOf } from './core-of.ts';
import { embedded } from './embedded.ts';
import { lexical } from './likeness.ts';

const score = (a: string, b: string) => lexical(weighed(a), weighed(b)).score;
const ENOUGH = 0.48;

describe('two texts', () => {
  it.each([
    ['厂里饲料快吃完了,送料的车进不了县', '鸡场断料,饲料车被拦在路口', true],
    ['幼儿园不开学,小孩没人带', '双职工,孩子没地方托管,怎么上班', true],
    ['买不到口罩', '口罩没有货', true],
    ['用过的口罩丢到哪里', '房租能不能减免', false],
    ['宽带断了两天', '工伤认定怎么申请', false],
  ])('%s / %s: alike %s', (a, b, alike) => {
    expect([score(a, b) >= ENOUGH, score(b, a)]).toEqual([alike, score(a, b)]);
  });

  it.each(['我厂', '我司', '我院'])('are not alike because both say %s', (oneself) => {
    const ofOneDomain = (text: string) => ({ ...weighed(text), domain: 'OTHER' as const });
    const [a, b] = [`${oneself}的贷款本月到期`, `村口设卡不让${oneself}工人进村`].map(ofOneDomain);
    expect(lexical(a!, b!).score).toBeLessThan(ENOUGH / 2);
  });

  it('are between 0 and 1 alike, one with itself most', () => {
    const text = '集装箱压在码头,滞箱费谁出';
    expect([score(text, text) > 0.8, score(text, text) <= 1, score('!', '?') < 0.2]).toEqual([true, true, true]);
  });

  it('show what they share, the thing with its trouble first', () => {
    const shared = lexical(weighed('口罩买不到'), weighed('买不到口罩,断货'))
      .shared()
      .map(({ term }) => term);
    expect(shared).toEqual(expect.arrayContaining(['物:口罩', '事:买不到', '物事:口罩×买不到']));
  });
});

describe('the core of several texts', () => {
  it('has what most of them share and nothing of one alone', () => {
    const core = coreOf(['口罩买不到', '口罩没货,还要请问房租', '缺口罩'].map((text) => weighed(text)));
    expect([
      Object.keys(core.concepts).includes('物:口罩'),
      Object.keys(core.concepts).includes('物:房租减免'),
    ]).toEqual([true, false]);
  });

  it('is as alike to a member as members are to each other', () => {
    const members = ['口罩买不到', '口罩没货', '员工没有口罩,哪里买'].map((text) => weighed(text));
    expect(lexical(members[0]!, coreOf(members)).score).toBeGreaterThan(lexical(members[0]!, members[2]!).score);
  });
});

describe('with vectors', () => {
  const scorer = embedded(lexical, { unlike: 0.2, alike: 0.8 });
  const [a, b] = [weighed('冷库满了'), weighed('租金太高')];
  const words = lexical(a, b).score;

  it.each([
    ['that point the same way, meaning is full', [1, 0], [1, 0], (words + 1) / 2],
    ['of strangers, meaning is nothing', [1, 0], [0, 1], words / 2],
    ['halfway, half', [1, 0], [0.5, Math.sqrt(0.75)], (words + 0.5) / 2],
  ])('%s', (_title, one, other, expected) => {
    expect(scorer({ ...a, embedding: one }, { ...b, embedding: other }).score).toBeCloseTo(expected);
  });

  it.each([
    ['on one side only', [1, 0], null],
    ['of two models', [1, 0], [1, 0, 0]],
  ])('%s, words alone count', (_title, one, other) => {
    expect(scorer({ ...a, embedding: one }, { ...b, embedding: other }).score).toBe(words);
  });
});
