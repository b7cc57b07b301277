import { COORDINATION, type Domain, type Nature, type Urgency } from '@qifutong/contracts/fields';
import { firstMatch, type Criteria, type Subject } from './criteria.ts';

/** One line of the ordered list that says which task force gets what. */
export interface RoutingRule {
  /** a change of any line makes a new version of all */
  readonly version: number;
  readonly position: number;
  readonly domain: Domain | null;
  readonly nature: Nature | null;
  readonly townCode: string | null;
  readonly urgency: Urgency | null;
  readonly taskForceCode: string;
}

/** What a rule asks for. */
export function criteriaOf({ domain, nature, townCode, urgency }: Omit<RoutingRule, 'version'>): Criteria {
  return { domain, nature, townCode, urgency };
}

/** The code of the task force that an issue goes to: of the first rule that matches. */
export function route(rules: readonly RoutingRule[], subject: Subject): string {
  return firstMatch(rules, criteriaOf, subject)?.taskForceCode ?? COORDINATION;
}
