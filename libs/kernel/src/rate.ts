/** Below so many cases nobody is ranked. */
export const RANKED_FROM = 30;

/** The 97.5 % point of the standard normal distribution: 95 % lie within it on both sides. */
const Z = 1.959963984540054;

/** A share, shown with its number of cases and a 95 % interval. */
export interface Rate {
  readonly numerator: number;
  readonly n: number;
  /** null where there is no case */
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly ranked: boolean;
}

/**
 * The score interval of E. B. Wilson, "Probable inference, the law of succession, and statistical inference", Journal of the American
 * Statistical Association 22 (1927), 209-212: centre (p + z²/2n) / (1 + z²/n), half width z·sqrt(p(1-p)/n + z²/4n²) / (1 + z²/n).
 * @param numerator 0 to n
 * @param n above 0
 * @returns low and high, 0 to 1
 */
export function wilson(numerator: number, n: number): { readonly low: number; readonly high: number } {
  const p = numerator / n;
  const spread = 1 + Z ** 2 / n;
  const centre = (p + Z ** 2 / (2 * n)) / spread;
  const half = (Z * Math.sqrt((p * (1 - p)) / n + Z ** 2 / (4 * n ** 2))) / spread;
  // where they are exactly 0 and 1, rounding would leave them beside it
  return { low: numerator === 0 ? 0 : centre - half, high: numerator === n ? 1 : centre + half };
}

export function rate(numerator: number, n: number): Rate {
  if (n === 0) return { numerator, n, value: null, low: null, high: null, ranked: false };
  return { numerator, n, value: numerator / n, ...wilson(numerator, n), ranked: n >= RANKED_FROM };
}
