import { describe, expect, it } from '@jest/globals';
import { evidenceOf } from './evidence.ts';
import type { LikenessPolicy } from './policy.ts';

const policy: LikenessPolicy = {
  id: 1,
  version: 7,
  domain: null,
  alike: 0.44,
  duplicate: 0.2,
  firms: 3,
  windowHours: 72,
  duplicateDays: 14,
};
const shared = [
  { term: '物事:口罩×买不到', weight: 1.2 },
  { term: '词:断货', weight: 0.4 },
];
const likeness = (score: number) => ({ score, shared: () => shared });
const sharing = ['共同事项:口罩×买不到(1.20)', '共同用词:断货(0.40)'];

describe('what shows that issues are alike', () => {
  it.each([
    ['that came in', 0.62, undefined, '相似度 0.62,标准 0.44(第7版规则)'],
    ['that is only nearly alike enough', 0.4, undefined, '相似度 0.40,接近标准 0.44(第7版规则)'],
    ['with which it was proposed', 0.35, 0.5, '彼此平均相似度 0.50,标准 0.44(第7版规则);与共同之处 0.35'],
  ])('of one %s: the score that counted, by which standard, and what they share', (_title, score, together, first) => {
    expect(evidenceOf(likeness(score), policy, together)).toEqual([first, ...sharing]);
  });
});
