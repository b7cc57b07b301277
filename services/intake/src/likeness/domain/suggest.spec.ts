import { describe, expect, it } from '@jest/globals';
import type { Domain } from '@qifutong/contracts/fields';
import { weighed } from '../../../test/weighed.ts';
import { read } from '../reading.ts';
import { lexical } from './likeness.ts';
import type { LikenessPolicy } from './policy.ts';
import { suggest, type Circumstances, type Told } from './suggest.ts';

const rest: LikenessPolicy = {
  id: 1,
  version: 7,
  domain: null,
  alike: 0.99,
  duplicate: 0.99,
  firms: 3,
  windowHours: 72,
  duplicateDays: 14,
};
const ofMaterials: LikenessPolicy = { ...rest, id: 2, domain: 'MATERIALS', alike: 0.44, duplicate: 0.2 };

const text = '厂里口罩用完了,到处买不到';
const told = (domain: Domain): Told => ({
  issue: { issueId: 'issue-0', reading: read(text), weighed: weighed(text) },
  domain: { domain, sureness: 1, reasons: [] },
  urgency: { urgency: 'NORMAL', reasons: [] },
});
const others = ['员工口罩库存告急,请问哪里能买到口罩', '口罩断货,采购不到,请帮忙调配'];
const met: Circumstances = {
  earlier: others.map((one, i) => ({
    issueId: `issue-${i + 1}`,
    reading: read(one),
    weighed: weighed(one),
    sameFirm: 1,
    daysApart: 1,
  })),
  single: others.map((one, i) => ({ issueId: `issue-${i + 1}`, weighed: weighed(one) })),
  firmOf: (issueId) => `firm of ${issueId}`,
  known: [],
  guidances: [],
  declinedTogether: () => false,
  policies: [rest, ofMaterials],
  taken: false,
};

describe('what is suggested', () => {
  it.each([
    ['MATERIALS', 'PROPOSE', ['issue-1', 'issue-2']],
    ['LABOUR', 'WAIT', []],
  ] as const)(
    'goes by no fixed similarity threshold for every domain: of the same texts about %s: %s, duplicates %j',
    (domain, does, duplicates) => {
      const { suggestion, placement } = suggest(told(domain), met, lexical);
      expect(placement.does).toBe(does);
      expect(suggestion.duplicates.map(({ id }) => id).toSorted()).toEqual(duplicates);
      for (const { evidence } of suggestion.duplicates) expect(evidence[0]).toContain('标准 0.20(第7版规则)');
    },
  );
});
