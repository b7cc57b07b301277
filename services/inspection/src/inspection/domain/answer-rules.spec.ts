import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { answers, aRulebook, firstRules, ruleCodes } from '../../../test/builders.ts';
import { answerRules, isPassed } from './answer-rules.ts';
import type { RuleAnswer } from './inspection.ts';

const rulebook = aRulebook();

describe('the answers to the rules', () => {
  it('are kept in the order of the rulebook, in whatever order they come', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(answers(), { minLength: ruleCodes.length }), (shuffled) => {
        expect(answerRules(shuffled, rulebook)).toEqual(answers());
      }),
    );
  });

  it.each<[string, RuleAnswer[], object]>([
    ['a rule is missing', answers().slice(1), { code: 'INSPECTION_RULE_MISSING', field: 'results' }],
    ['all are missing', [], { code: 'INSPECTION_RULE_MISSING', field: 'results' }],
    [
      'a rule comes twice',
      [...answers(), answers()[0]!],
      { code: 'INSPECTION_RULE_REPEATED', field: 'results.12.rule' },
    ],
    [
      'a rule takes the place of another',
      [...answers().slice(0, 11), answers()[3]!],
      { code: 'INSPECTION_RULE_REPEATED', field: 'results.11.rule' },
    ],
    [
      'there is a thirteenth',
      [...answers(), { rule: 'WINDOWS_OPENED', result: 'MET', note: null }],
      { code: 'INSPECTION_RULE_UNKNOWN', field: 'results.12.rule' },
    ],
    [
      'an unmet rule has no note',
      answers({ MASKS_WORN: 'UNMET' }).map((one) => ({ ...one, note: null })),
      { code: 'INSPECTION_NOTE_MISSING', field: 'results.1.note' },
    ],
    [
      'a rule that is not applicable has no note',
      answers({ CANTEEN_IN_SHIFTS: 'NOT_APPLICABLE' }).map((one) => ({ ...one, note: null })),
      { code: 'INSPECTION_NOTE_MISSING', field: 'results.6.note' },
    ],
  ])('are refused when %s', (_, told, refusal) => {
    expect(() => answerRules(told, rulebook)).toThrow(expect.objectContaining(refusal));
  });

  it('name the rule at fault to people', () => {
    expect(() => answerRules(answers().slice(1), rulebook)).toThrow('results: 缺少 TEMPERATURE_TAKEN');
  });
});

describe('an inspection', () => {
  it.each([
    [0, 'NOT_APPLICABLE', true],
    [3, 'NOT_APPLICABLE', true],
    [4, 'NOT_APPLICABLE', false],
    [0, 'UNMET', true],
    [1, 'UNMET', false],
  ] as const)('with %i rules %s is passed: %s', (count, result, passed) => {
    expect(isPassed(firstRules(count, result), rulebook)).toBe(passed);
  });

  it('is judged by the number that its rulebook bears', () => {
    expect(isPassed(firstRules(4, 'NOT_APPLICABLE'), aRulebook({ notApplicableAtMost: 4 }))).toBe(true);
  });
});
