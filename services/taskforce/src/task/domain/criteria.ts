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

/** A rule of an ordered list. */
interface Placed {
  readonly position: number;
}

/** The first rule, in order of position, of which everything that it asks holds. */
export function firstMatch<R extends Placed>(
  rules: readonly R[],
  criteriaOf: (rule: R) => Criteria,
  subject: Subject,
): R | undefined {
  return matching(rules, criteriaOf)(subject);
}

/** The same for many subjects: the rules are put in order once. */
export function matching<R extends Placed>(
  rules: readonly R[],
  criteriaOf: (rule: R) => Criteria,
): (subject: Subject) => R | undefined {
  const inOrder = rules
    .toSorted((a, b) => a.position - b.position)
    .map((rule) => ({ rule, criteria: criteriaOf(rule) }));
  return (subject) => inOrder.find(({ criteria }) => holds(criteria, subject))?.rule;
}

/** Nothing is unmet; said one by one, for two hundred rules meet every subject when they are set. */
function holds({ domain, nature, urgency, townCode }: Criteria, subject: Subject): boolean {
  return (
    (domain ?? subject.domain) === subject.domain &&
    (nature ?? subject.nature) === subject.nature &&
    (urgency ?? subject.urgency) === subject.urgency &&
    (townCode ?? subject.townCode) === subject.townCode
  );
}

/** What of that does not hold of the subject. */
export function unmet(criteria: Criteria, subject: Subject): (keyof Subject)[] {
  const asked = Object.entries(criteria) as [keyof Subject, string | null][];
  return asked.flatMap(([name, value]) => (value === null || value === subject[name] ? [] : [name]));
}
