import { describe, expect, it } from '@jest/globals';
import { aRulebook, feb, ruleCodes, timeZone } from '../../../test/builders.ts';
import { publish, type Draft } from './publish.ts';

const last = aRulebook();
const now = feb(14);

function aDraft(told: Partial<Draft> = {}): Draft {
  const { rules, inForceFrom, notApplicableAtMost, redAtRun } = aRulebook({ inForceFrom: '2020-02-15', redAtRun: 2 });
  const numbers = { inForceFrom, notApplicableAtMost, redAtRun };
  return { ...numbers, rules: rules.map(({ position: _, ...rule }) => rule), by: 'commander-1', ...told };
}

function refused(told: Partial<Draft>, at = now) {
  return expect(() => publish(aDraft(told), { last, highest: 1, timeZone }, at));
}

describe('a rulebook that is published', () => {
  it('is the next version, its rules in order, and is announced', () => {
    const { state, events } = publish(aDraft(), { last, highest: 1, timeZone }, now);
    expect(state).toEqual(aRulebook({ version: 2, inForceFrom: '2020-02-15', redAtRun: 2 }));
    expect(events).toEqual([
      {
        type: 'inspection.rulebook.published.v1',
        aggregateType: 'rulebook',
        aggregateId: '2020-02-15',
        department: 'none',
        data: {
          rulebookVersion: 2,
          inForceFrom: '2020-02-15',
          rules: ruleCodes,
          publishedBy: 'commander-1',
          publishedAt: now.toISOString(),
        },
      },
    ]);
  });

  it('is the first where there is none', () => {
    expect(publish(aDraft(), { last: null, highest: 0, timeZone }, now).state.version).toBe(1);
  });

  it.each([
    [-1, '2020-02-15', undefined],
    [0, '2020-02-15', 'RULEBOOK_NOT_IN_FUTURE'],
    [1, '2020-02-15', 'RULEBOOK_NOT_IN_FUTURE'],
    [0, '2020-02-16', undefined],
  ])('begins tomorrow at the earliest: %i ms from midnight, from %s: %s', (ms, inForceFrom, code) => {
    const midnight = Date.parse('2020-02-14T16:00:00.000Z');
    const at = new Date(midnight + ms);
    if (code) refused({ inForceFrom }, at).toThrow(expect.objectContaining({ code, field: 'inForceFrom' }));
    else
      expect(publish(aDraft({ inForceFrom }), { last, highest: 1, timeZone }, at).state.inForceFrom).toBe(inForceFrom);
  });

  it('begins after every version that there is', () => {
    const next = { version: 2, inForceFrom: '2020-03-01' };
    const told = (inForceFrom: string) => () =>
      publish(aDraft({ inForceFrom }), { last: next, highest: 2, timeZone }, now);
    const refusal = expect.objectContaining({ code: 'RULEBOOK_NOT_AFTER_LAST', field: 'inForceFrom' });
    expect(told('2020-02-29')).toThrow(refusal);
    expect(told('2020-03-01')).toThrow(refusal);
    expect(told('2020-03-02')().state.version).toBe(3);
  });

  it('begins 366 days ahead at the latest', () => {
    expect(publish(aDraft({ inForceFrom: '2021-02-14' }), { last, highest: 1, timeZone }, now).state.version).toBe(2);
    for (const inForceFrom of ['2021-02-15', '2062-12-01'])
      refused({ inForceFrom }).toThrow(
        expect.objectContaining({ code: 'RULEBOOK_TOO_FAR_AHEAD', field: 'inForceFrom' }),
      );
  });

  it('has a number that none had before it, withdrawn or not', () => {
    expect(publish(aDraft(), { last, highest: 4, timeZone }, now).state.version).toBe(5);
  });

  it('has twelve rules, each once', () => {
    const { rules } = aDraft();
    const code = 'RULEBOOK_RULES_NOT_TWELVE';
    for (const wrong of [[], rules.slice(1), [...rules, { ...rules[0]!, code: 'NEW' }]])
      refused({ rules: wrong }).toThrow(expect.objectContaining({ code, field: 'rules' }));
    refused({ rules: [...rules.slice(0, 11), rules[0]!] }).toThrow(
      expect.objectContaining({ code: 'RULEBOOK_RULE_REPEATED', field: 'rules.11.code' }),
    );
  });
});
