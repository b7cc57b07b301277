import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { checkCharacter, isCreditCode } from './credit-code.ts';

const ALPHABET = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'];
const SEED = { seed: 20200214, numRuns: 2_000 };

const character = fc.constantFrom(...ALPHABET);
const digits = fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 6, maxLength: 6 });
const first17 = fc
  .tuple(
    fc.string({ unit: character, minLength: 2, maxLength: 2 }),
    digits,
    fc.string({ unit: character, minLength: 9, maxLength: 9 }),
  )
  .map((parts) => parts.join(''));
const creditCode = first17.map((text) => text + checkCharacter(text));

describe('a unified social credit code', () => {
  it.each([
    // codes of firms, as published
    '91350100M000100Y43',
    '91330100799655058B',
    '9144030071526726XG',
    '914403001922038216',
    '91440300708461136T',
  ])('%s is accepted: its check character is right', (code) => {
    expect(checkCharacter(code.slice(0, 17))).toBe(code.charAt(17));
    expect(isCreditCode(code)).toBe(true);
  });

  it('is accepted with the check character that belongs to it', () => {
    fc.assert(fc.property(creditCode, isCreditCode), SEED);
  });

  it('is refused when one of its characters is another', () => {
    const changed = fc
      .tuple(creditCode, fc.nat(17), character)
      .filter(([code, at, other]) => code.charAt(at) !== other);
    fc.assert(
      fc.property(changed, ([code, at, other]) => !isCreditCode(code.slice(0, at) + other + code.slice(at + 1))),
      SEED,
    );
  });

  it('is refused when two different neighbours are exchanged', () => {
    const exchanged = fc.tuple(creditCode, fc.nat(16)).filter(([code, at]) => code.charAt(at) !== code.charAt(at + 1));
    const swap = (code: string, at: number) =>
      code.slice(0, at) + code.charAt(at + 1) + code.charAt(at) + code.slice(at + 2);
    fc.assert(
      fc.property(exchanged, ([code, at]) => !isCreditCode(swap(code, at))),
      SEED,
    );
  });

  it('is refused in lower case', () => {
    fc.assert(
      fc.property(
        creditCode.filter((code) => code !== code.toLowerCase()),
        (code) => !isCreditCode(code.toLowerCase()),
      ),
      SEED,
    );
  });

  it.each([
    ['nothing', ''],
    ['17 characters', '91350100M000100Y4'],
    ['19 characters', '91350100M000100Y433'],
    ['a letter that the alphabet lacks', '9135010IM000100Y43'],
    ['a letter in the district', '9135A100M000100Y43'],
    ['a blank before it', ' 91350100M000100Y43'],
    ['a line break after it', '91350100M000100Y43\n'],
    ['full-width digits', '９１３５０１００M000100Y43'],
  ])('is refused with %s', (_title, text) => {
    expect(isCreditCode(text)).toBe(false);
  });
});
