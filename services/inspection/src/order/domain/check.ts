import type { Finding } from './rectification-order.ts';

/** An inspection, as far as orders depend on it. */
export interface Check {
  readonly id: string;
  readonly creditCode: string;
  readonly townCode: string | null;
  readonly performedAt: Date;
  readonly results: readonly { readonly rule: string; readonly result: 'MET' | 'UNMET' | 'NOT_APPLICABLE' }[];
  /** by its rulebook */
  readonly notApplicableAtMost: number;
  readonly passed: boolean;
  readonly voidedAt: Date | null;
}

function hasTooManyNotApplicable({ results, notApplicableAtMost }: Check): boolean {
  return results.filter(({ result }) => result === 'NOT_APPLICABLE').length > notApplicableAtMost;
}

/** What a failed inspection leaves to be mended. */
export function findingsOf(check: Check): Finding[] {
  const unmet: (string | null)[] = check.results.flatMap(({ rule, result }) => (result === 'UNMET' ? [rule] : []));
  const all = hasTooManyNotApplicable(check) ? [...unmet, null] : unmet;
  return all.map((rule) => ({ rule, metBy: null, metAt: null }));
}

function isMet({ rule }: Finding, check: Check): boolean {
  if (rule === null) return !hasTooManyNotApplicable(check);
  const answer = check.results.find((one) => one.rule === rule);
  // a rule that the rulebook of that inspection does not have is asked of nobody any more
  return answer === undefined || answer.result === 'MET';
}

function open({ rule }: Finding): Finding {
  return { rule, metBy: null, metAt: null };
}

function after(findings: readonly Finding[], check: Check): readonly Finding[] {
  const { id: metBy, performedAt: metAt } = check;
  return findings.map((one) => {
    if (!isMet(one, check)) return open(one);
    return one.metBy === null ? { rule: one.rule, metBy, metAt } : one;
  });
}

/** True when one inspection met all of them. */
export function areMet(findings: readonly Finding[]): boolean {
  return findings.every(({ metBy }) => metBy !== null);
}

/**
 * The findings after further inspections, up to the first in which all of them are met. Each is met since that from which on it was
 * met in every one: what is unmet again is open again.
 * @param later oldest first, performed after all that were looked at before
 */
export function mended(findings: readonly Finding[], later: readonly Check[]): readonly Finding[] {
  return later.reduce((now, check) => (areMet(now) ? now : after(now, check)), findings);
}

/** The findings as they were found. */
export function unmended(findings: readonly Finding[]): readonly Finding[] {
  return findings.map(open);
}
