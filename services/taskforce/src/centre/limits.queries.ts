import type { CentreClockKind } from '@qifutong/contracts/fields';
import type { EntityManager } from 'typeorm';
import type { ClockTerms } from '../clock/domain/clock.ts';
import { policyAt } from '../policy/policy-at.queries.ts';

/** What binds a clock of the centre that starts at that instant. */
export async function limitsAt(manager: EntityManager, kind: CentreClockKind, at: Date): Promise<ClockTerms> {
  const { version: policyVersion, warnAt, dispatchWithin, callbackWithin } = await policyAt(manager, at);
  return { kind, limit: kind === 'DISPATCH' ? dispatchWithin : callbackWithin, warnAt, policyVersion };
}
