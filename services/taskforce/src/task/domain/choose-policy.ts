import type { Domain, Nature, Urgency } from '@qifutong/contracts/fields';
import type { TimeLimit } from '../../clock/domain/time-limit.ts';
import { firstMatch, type Subject } from './criteria.ts';

/** One line of the ordered list of time limits; a change of any line makes a new version of all. */
export interface SlaPolicy {
  readonly version: number;
  readonly position: number;
  readonly nature: Nature | null;
  readonly urgency: Urgency | null;
  readonly domain: Domain | null;
  readonly acceptWithin: TimeLimit;
  readonly solveWithin: TimeLimit;
  /** percent of a limit at which its task force is warned, rising */
  readonly warnAt: readonly number[];
}

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
