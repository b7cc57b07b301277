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

function isBefore(check: Check, { metAt, metBy }: Finding): boolean {
  if (metAt === null || metBy === null) return true;
  return check.performedAt < metAt || (check.performedAt.getTime() === metAt.getTime() && check.id < metBy);
}

/** The findings after one more inspection, performed after that which found them; the same array when it changes nothing. */
export function mended(findings: readonly Finding[], check: Check): readonly Finding[] {
  const changes = (finding: Finding) => isMet(finding, check) && isBefore(check, finding) && finding.metBy !== check.id;
  if (!findings.some(changes)) return findings;
  return findings.map((one) => (changes(one) ? { rule: one.rule, metBy: check.id, metAt: check.performedAt } : one));
}

/** The findings without an inspection that was voided; the same array when it had met none. */
export function unmended(findings: readonly Finding[], inspectionId: string): readonly Finding[] {
  if (!findings.some(({ metBy }) => metBy === inspectionId)) return findings;
  return findings.map((one) => (one.metBy === inspectionId ? { rule: one.rule, metBy: null, metAt: null } : one));
}
