import { describe, expect, it } from '@jest/globals';
import { aDispatch, elapsed } from '../../../test/builders.ts';
import type { SlaPolicy } from '../../clock/domain/sla-policy.ts';
import { choosePolicy } from './choose-policy.ts';

function aLine(named: Partial<SlaPolicy>): SlaPolicy {
  return {
    version: 1,
    position: 1,
    nature: null,
    urgency: null,
    domain: null,
    acceptWithin: elapsed('PT2H'),
    solveWithin: elapsed('PT24H'),
    warnAt: [75],
    ...named,
  };
}

const common = aLine({ position: 1, nature: 'COMMON', domain: 'POLICY', solveWithin: elapsed('PT48H') });
const urgent = aLine({ position: 2, urgency: 'URGENT', acceptWithin: elapsed('PT30M'), solveWithin: elapsed('PT8H') });
const usual = aLine({ position: 3 });
const policies = [usual, common, urgent];

describe('the time limits of a task', () => {
  it('are those of the first line that matches', () => {
    expect(choosePolicy(policies, aDispatch())).toBe(usual);
    expect(choosePolicy(policies, aDispatch({ urgency: 'URGENT' }))).toBe(urgent);
    expect(choosePolicy(policies, aDispatch({ nature: 'COMMON', domain: 'POLICY', urgency: 'URGENT' }))).toBe(common);
    expect(choosePolicy(policies, aDispatch({ nature: 'COMMON' }))).toBe(usual);
  });

  it('are missing where no line is for every task: that is a fault of the policy, and the task waits until it is mended', () => {
    expect(() => choosePolicy([urgent], aDispatch())).toThrow(TypeError);
  });
});
