const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const SHAPE = /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/;

/**
 * The check character of a unified social credit code (统一社会信用代码).
 * @param first17 the first 17 characters
 * @see GB 32100-2015, annex A: C18 = 31 - MOD(sum(Ci * 3^(i-1) mod 31), 31)
 */
export function checkCharacter(first17: string): string {
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * ALPHABET.indexOf(first17.charAt(i)), 0);
  return ALPHABET.charAt((31 - (sum % 31)) % 31);
}

/** True for 18 characters of GB 32100-2015 with the right check character; lower case is not accepted. */
export function isCreditCode(text: string): boolean {
  return SHAPE.test(text) && checkCharacter(text.slice(0, 17)) === text.charAt(17);
}
