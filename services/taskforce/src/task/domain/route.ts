import type { Domain, Nature, Urgency } from '@qifutong/contracts/fields';
import { firstMatch, type Subject } from './criteria.ts';

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

/** 综合协调: gets what no rule sends elsewhere. */
export const COORDINATION = 'COORDINATION';

/** The code of the task force that an issue goes to: of the first rule that matches. */
export function route(rules: readonly RoutingRule[], subject: Subject): string {
  const criteriaOf = ({ domain, nature, townCode, urgency }: RoutingRule) => ({ domain, nature, townCode, urgency });
  return firstMatch(rules, criteriaOf, subject)?.taskForceCode ?? COORDINATION;
}
