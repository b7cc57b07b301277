import { checkCharacter } from '@qifutong/kernel/credit-code';

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];
const BLOCK = 31 ** 5;
/** has no factor 31, so that every serial number below BLOCK gives another code */
const STRIDE = 12_345_701;

/** A firm, an individual business, a farmers' co-operative: the first two characters of its code. */
export type Registration = '91' | '92' | '93';

/**
 * The check character of an organisation code (组织机构代码).
 * @param first8 digits and capital letters
 * @see GB 11714-1997: C9 = 11 - MOD(sum(Ci * Wi), 11), written X for 10 and 0 for 11
 */
export function organisationCheck(first8: string): string {
  const sum = ORGANISATION_WEIGHTS.reduce((total, weight, i) => total + weight * parseInt(first8.charAt(i), 36), 0);
  const check = (11 - (sum % 11)) % 11;
  return check === 10 ? 'X' : String(check);
}

/** The valid credit code, registered in Ninghai county, around the first eight characters of an organisation code. */
export function creditCodeAround(registration: Registration, first8: string): string {
  const first17 = `${registration}330226${first8}${organisationCheck(first8)}`;
  return first17 + checkCharacter(first17);
}

/**
 * An invented credit code. Block MAY is far beyond what was ever given out, so it is no real firm's.
 * Serial numbers from 0 to 31^5 - 1 give different codes under one seed.
 */
export function demoCreditCode(registration: Registration, serial: number, seed: number): string {
  let rest = (serial * STRIDE + (seed >>> 0)) % BLOCK;
  let tail = '';
  for (let i = 0; i < 5; i++) {
    tail = ALPHABET.charAt(rest % 31) + tail;
    rest = Math.floor(rest / 31);
  }
  return creditCodeAround(registration, `MAY${tail}`);
}
