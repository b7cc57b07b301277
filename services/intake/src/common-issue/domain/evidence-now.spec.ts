import { describe, expect, it } from '@jest/globals';
import { evidenceNow } from './evidence-now.ts';

const told = [{ issueId: 'issue-1', number: '20200214-0001', text: '口罩买不到' }];
const counts = { memberCount: 12, firmCount: 9, told };
const evidence = ['相似度 0.62,标准 0.44(第2版规则)'];

describe('what speaks for a common issue', () => {
  it('is, where likeness found it, how many it has by now, and by which texts', () => {
    const founding = '72 小时内 3 件相似,来自至少 3 家企业';
    expect(evidenceNow({ founding, evidence }, counts)).toEqual([
      '现有 12 件相似,来自 9 家企业',
      ...evidence,
      '其中 20200214-0001:“口罩买不到”',
    ]);
  });

  it('is, where people proposed it, what they said', () => {
    expect(evidenceNow({ founding: null, evidence }, counts)).toEqual(evidence);
  });
});
