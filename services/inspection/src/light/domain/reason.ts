import type { Fact } from './fact.ts';
import type { Reason } from './light.ts';
import type { Standing } from './standing.ts';

const awaited = {
  INTERVIEW_DUE: 'INTERVIEW_AWAITED',
  SHUTDOWN_DRAFTED: 'SHUTDOWN_AWAITED',
  SHUT_DOWN: 'ACCEPTANCE_AWAITED',
} as const;

/** Why the light is what it is after a fact, told in which situation it was met. */
export function reasonOf({ condition }: Standing, fact: Fact, after: Standing): Reason {
  if (fact.kind !== 'INSPECTED') return fact.kind;
  if (condition === 'NORMAL') {
    if (fact.passed) return 'RULES_MET';
    return after.condition === 'NORMAL' ? 'RULES_UNMET' : 'UNMET_IN_A_ROW';
  }
  if (condition === 'INTERVIEW_HELD') return fact.passed ? 'MENDED_AFTER_INTERVIEW' : 'NOT_MENDED_AFTER_INTERVIEW';
  return awaited[condition];
}
