import type { Domain } from '@qifutong/contracts/fields';

/** What is enough in one domain, in one version of the policy. */
export interface LikenessPolicy {
  readonly id: number;
  readonly version: number;
  /** null for every domain that has no row of its own */
  readonly domain: Domain | null;
  /** from which score on two issues are alike */
  readonly alike: number;
  /** from which score on an issue of the same firm is shown as a likely duplicate */
  readonly duplicate: number;
  /** so many different firms make a common issue */
  readonly firms: number;
  /** within so many hours of receipt */
  readonly windowHours: number;
  readonly duplicateDays: number;
}

/** Of the rows of one version. */
export function policyFor(rows: readonly LikenessPolicy[], domain: Domain): LikenessPolicy {
  return rows.find((row) => row.domain === domain) ?? rows.find((row) => row.domain === null)!;
}
