import type { SlaPolicy } from '../../clock/domain/sla-policy.ts';
import { firstMatch, type Subject } from './criteria.ts';

/**
 * The time limits of a task: of the first line that matches.
 * @param policies the lines of one version
 * @throws TypeError when none matches: every version ends with a line that asks nothing
 */
export function choosePolicy(policies: readonly SlaPolicy[], subject: Subject): SlaPolicy {
  const chosen = firstMatch(policies, ({ nature, urgency, domain }) => ({ nature, urgency, domain }), subject);
  if (!chosen) throw new TypeError('the SLA policy in force has no line for every task');
  return chosen;
}
