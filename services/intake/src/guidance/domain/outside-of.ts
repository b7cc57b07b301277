import type { Domain } from '@qifutong/contracts/fields';
import type { Scope } from './guidance.ts';

/** An issue as far as it is known: what it is about, and of which kind of firm it is. */
export interface Subject {
  readonly domain: Domain | null;
  readonly townCode: string | null;
  /** section letter of GB/T 4754 */
  readonly industry: string | null;
  readonly size: string | null;
}

export type Aspect = 'DOMAIN' | 'TOWN' | 'INDUSTRY' | 'SIZE';

/** By what a guidance certainly does not cover an issue, its kind of firm before what it is about, which people may have said wrongly; null where it may: nobody is outside by what is not known of him. */
export function outsideOf(scope: Scope, known: Subject): Aspect | null {
  const compared: readonly (readonly [Aspect, readonly string[], string | null])[] = [
    ['TOWN', scope.townCodes, known.townCode],
    ['INDUSTRY', scope.industries, known.industry],
    ['SIZE', scope.sizes, known.size],
    ['DOMAIN', [scope.domain], known.domain],
  ];
  const isOutside = (covered: readonly string[], value: string | null) =>
    covered.length > 0 && value !== null && !covered.includes(value);
  return compared.find(([, covered, value]) => isOutside(covered, value))?.[0] ?? null;
}
