import type { Domain, Nature, Urgency } from '@qifutong/contracts/fields';

/** What a dispatched issue is about. */
export interface Subject {
  readonly nature: Nature;
  readonly domain: Domain;
  readonly urgency: Urgency;
  readonly townCode: string | null;
}

/** What a rule asks of a subject; null asks nothing. */
export type Criteria = { readonly [name in keyof Subject]?: Subject[name] | null };

/** The first rule, in order of position, of which everything that it asks holds. */
export function firstMatch<R extends { readonly position: number }>(
  rules: readonly R[],
  criteriaOf: (rule: R) => Criteria,
  subject: Subject,
): R | undefined {
  const inOrder = rules.toSorted((a, b) => a.position - b.position);
  return inOrder.find((rule) => unmet(criteriaOf(rule), subject).length === 0);
}

/** What of that does not hold of the subject. */
export function unmet(criteria: Criteria, subject: Subject): (keyof Subject)[] {
  const asked = Object.entries(criteria) as [keyof Subject, string | null][];
  return asked.flatMap(([name, value]) => (value === null || value === subject[name] ? [] : [name]));
}
