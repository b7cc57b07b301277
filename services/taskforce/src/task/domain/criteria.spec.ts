import { describe, expect, it } from '@jest/globals';
import { domains, natures, urgencies } from '@qifutong/contracts/fields';
import { firstMatch, matching, unmet, type Subject } from './criteria.ts';

const towns = [null, '330226110', '330226111'];
const subjects: Subject[] = domains.flatMap((domain) =>
  natures.flatMap((nature) =>
    urgencies.flatMap((urgency) => towns.map((townCode) => ({ domain, nature, urgency, townCode }))),
  ),
);
const rules = [
  { position: 4, criteria: {} },
  { position: 2, criteria: { townCode: '330226110', urgency: null } },
  { position: 1, criteria: { domain: 'LABOUR', urgency: 'URGENT' } },
  { position: 3, criteria: { nature: 'COMMON', townCode: null } },
] as const;

describe('the first rule that matches', () => {
  it('is the first in order of position that leaves nothing unmet, for every subject', () => {
    for (const subject of subjects) {
      const expected = rules
        .toSorted((a, b) => a.position - b.position)
        .find((one) => unmet(one.criteria, subject).length === 0);
      expect(firstMatch(rules, ({ criteria }) => criteria, subject)).toBe(expected);
    }
  });

  it('is looked for among rules that are read once, however many subjects there are', () => {
    let read = 0;
    const firstOf = matching(rules, ({ criteria }) => ((read += 1), criteria));
    expect(subjects.map((subject) => firstOf(subject)?.position)).toContain(4);
    expect(read).toBe(rules.length);
  });
});
