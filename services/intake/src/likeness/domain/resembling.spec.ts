import { describe, expect, it } from '@jest/globals';
import { read } from '../reading.ts';
import { problems } from './catalogue/problems.ts';

const likeliest = (text: string) => read(text).problems[0]?.name;

describe('a report resembles a known problem', () => {
  it.each([
    ['房东不肯减房租,店面租金付不起', '房租减免'],
    ['那个枪,量体温的,到处都断货', '测温枪短缺'],
    ['打桩班组在河南过不来,工地等人', '施工人员不到位'],
  ])('%s', (text, name) => {
    expect(likeliest(text)).toBe(name);
  });

  it('with shares that are 1 together, the likeliest first', () => {
    const shares = read('厂里宿舍不够,隔离的人没地方住').problems.map(({ share }) => share);
    expect(shares).toEqual(shares.toSorted((a, b) => b - a));
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1);
  });

  it('or none where nothing is said', () => {
    expect(read('!?')).toMatchObject({ problems: [], leaning: new Map(), pressure: 0 });
  });
});

describe('the catalogue', () => {
  it('calls each problem by a name of its own', () => {
    const names = problems.map(([, name]) => name);
    expect(new Set(names).size).toBe(names.length);
  });
});

describe('what cannot wait', () => {
  it('is told more pressingly than what can', () => {
    expect(read('车上的鱼快没氧气了,再不放行就全死').pressure).toBeGreaterThan(0);
    expect(read('想咨询社保减半政策怎么申请').pressure).toBeLessThan(0);
  });
});
