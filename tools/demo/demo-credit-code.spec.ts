import { describe, expect, it } from '@jest/globals';
import { isCreditCode } from '@qifutong/kernel/credit-code';
import { creditCodeAround, demoCreditCode, organisationCheck } from './demo-credit-code.ts';

describe('an invented credit code', () => {
  it('has the check character of the organisation code: a digit, X for 10 and 0 for 11', () => {
    expect(['57368226', 'MAX00002', 'MAX00005', 'D2143569'].map(organisationCheck)).toEqual(['4', '3', '8', 'X']);
  });

  it('is built around an organisation code', () => {
    expect(creditCodeAround('91', 'MAX00001')).toBe('91330226MAX000015B');
  });

  it('is another one for every serial number and seed', () => {
    const codes = [0, 1, 31 ** 5 - 1].flatMap((serial) => [0, 7].map((seed) => demoCreditCode('92', serial, seed)));
    expect({ valid: codes.every(isCreditCode), different: new Set(codes).size }).toEqual({ valid: true, different: 6 });
  });
});
