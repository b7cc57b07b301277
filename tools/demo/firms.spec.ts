import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { isCreditCode } from '@qifutong/kernel/credit-code';
import { organisationCheck } from './demo-credit-code.ts';
import { employeesBySize } from './demo-firm.ts';
import { COUNTY_FIRMS, demoFirms, storyFirms } from './firms.ts';
import type { DemoFirm } from './firms.ts';
import { industries } from './industries.ts';
import { towns } from './towns.ts';

const WELL_KNOWN =
  /得力|双林|震裕|如意|建新|一彬|旭升|拓普|均胜|方太|奥克斯|雅戈尔|海天|舜宇|公牛|吉利|华为|海尔|美的|格力|晨光|欧普|雷士|三花|万向|金田|太平鸟|博威|韵达|顺丰|申通|圆通|中通|比亚迪|长城|奇瑞|广博|贝发|真彩/;

const firms = [...demoFirms()];

function fingerprint(some: Iterable<DemoFirm>): string {
  return createHash('sha256')
    .update(JSON.stringify([...some]))
    .digest('hex')
    .slice(0, 16);
}

function countBy(key: (firm: DemoFirm) => string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const firm of firms) counts[key(firm)] = (counts[key(firm)] ?? 0) + 1;
  return counts;
}

describe('the demonstration firms', () => {
  it('are as many as went back to work, each with a code and a name of its own', () => {
    const distinct = (key: 'creditCode' | 'name') => new Set(firms.map((firm) => firm[key])).size;
    expect([firms.length, distinct('creditCode'), distinct('name')]).toEqual([46_958, COUNTY_FIRMS, COUNTY_FIRMS]);
  });

  it('have valid codes, with the check character of the organisation code too', () => {
    const faulty = firms.filter(
      ({ creditCode }) => !isCreditCode(creditCode) || organisationCheck(creditCode.slice(8, 16)) !== creditCode[16],
    );
    expect(faulty).toEqual([]);
  });

  it('are registered in the county as firm, individual business or co-operative', () => {
    expect(Object.keys(countBy(({ creditCode }) => creditCode.slice(0, 11))).sort()).toEqual([
      '91330226MAX',
      '91330226MAY',
      '92330226MAX',
      '92330226MAY',
      '93330226MAX',
      '93330226MAY',
    ]);
  });

  it('bear no well-known name', () => {
    expect(firms.filter(({ name }) => WELL_KNOWN.test(name))).toEqual([]);
  });

  it('have the size that their employees make', () => {
    const faulty = firms.filter(({ size, employees }) => {
      const [fewest, most] = employeesBySize[size];
      return employees < fewest || employees > most;
    });
    expect(faulty).toEqual([]);
  });

  it('are spread over all sizes, towns and industries', () => {
    expect(countBy(({ size }) => size)).toEqual({ LARGE: 61, MEDIUM: 417, SMALL: 9031, MICRO: 37_449 });
    expect(Object.keys(countBy(({ townCode }) => townCode)).sort()).toEqual(towns.map(({ code }) => code));
    expect(Object.keys(countBy(({ industry }) => industry)).sort()).toEqual(industries.map(({ code }) => code));
  });

  it('are the same on every machine for a seed, and others for another', () => {
    const known = fingerprint(firms);
    expect({ seed: 2020, known }).toEqual({ seed: 2020, known: '4813674b8dfafbea' });
    expect(fingerprint(demoFirms({ count: 1000 }))).toBe(fingerprint(firms.slice(0, 1000)));
    expect(fingerprint(demoFirms({ count: 1000, seed: 1 }))).not.toBe(fingerprint(firms.slice(0, 1000)));
  });

  it('begin with the story firms, under every seed', () => {
    const story = Object.values(storyFirms);
    expect([...demoFirms({ count: story.length, seed: 1 })]).toEqual(story);
    expect([...demoFirms({ count: 2 })]).toEqual(story.slice(0, 2));
  });

  it.each([-1, 1.5, Number.NaN, 1_000_001])('cannot be %d', (count) => {
    expect(() => [...demoFirms({ count })]).toThrow(RangeError);
  });
});

describe('the story firms', () => {
  it('keep their codes, on which tests and examples rely', () => {
    expect(storyFirms.carPartsMaker).toEqual({
      creditCode: '91330226MAX000015B',
      name: '宁波槿川汽车零部件股份有限公司',
      townCode: '330226004',
      industry: 'C',
      size: 'LARGE',
      employees: 1860,
      address: '宁海县桥头胡街道工业路38号',
    });
    expect(fingerprint(Object.values(storyFirms))).toBe('4f508993e12a0bf6');
  });

  it('are seven in Qiangjiao', () => {
    const inQiangjiao = Object.entries(storyFirms).filter(([, { townCode }]) => townCode === '330226110');
    expect(inQiangjiao.map(([part]) => part)).toEqual([
      'qiangjiaoForgetsMasks',
      'qiangjiaoShutDown',
      'qiangjiaoSeafood',
      'qiangjiaoLamps',
      'qiangjiaoCarParts',
      'qiangjiaoMoulds',
      'qiangjiaoBuildingMaterials',
    ]);
  });

  it('work in industries that there are', () => {
    const known = new Set(industries.map(({ code }) => code));
    expect(Object.values(storyFirms).filter(({ industry }) => !known.has(industry))).toEqual([]);
  });
});
