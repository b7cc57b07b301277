import { describe, expect, it } from '@jest/globals';
import { weighed } from '../../../test/weighed.ts';
import { read } from '../reading.ts';
import { duplicate, numbersIn } from './duplicate.ts';
import { lexical } from './likeness.ts';

const compared = (text: string, earlier: string, what = {}) =>
  duplicate(read(text), {
    reading: read(earlier),
    likeness: lexical(weighed(text), weighed(earlier)),
    sameFirm: 1,
    daysApart: 1,
    ...what,
  });
const first = '冷库满了,想租三百个托盘位,零下十八度';

describe('the same again', () => {
  it('is told by its words, its numbers and by what it refers to', () => {
    const again = compared('前天打过热线,冷库还没着落,急租300个托盘位', first);
    expect(again).toMatchObject({ numbers: ['300'], again: '打过' });
    expect(again.score).toBeGreaterThan(0.5);
  });

  it('is less likely the less sure the firm is', () => {
    expect(compared(first, first, { sameFirm: 0.5 }).score).toBeCloseTo(compared(first, first).score / 2);
  });

  it('is not another problem of the same firm', () => {
    expect(compared('员工健康码变黄,进不了小区', first).score).toBeLessThan(0.1);
  });
});

describe('numbers', () => {
  it.each([
    ['八十六人、86人', ['86']],
    ['一千二百箱', ['1200']],
    ['两百来个', ['200']],
    ['2.28到期,3个人', []],
    ['第十二条,5月', ['12']],
  ])('in %s', (text, numbers) => {
    expect(numbersIn(text)).toEqual(numbers);
  });
});
