import type { EntityManager } from 'typeorm';
import { policyLinesAt } from '../policy/policy-at.queries.ts';
import type { RulesInForce } from './domain/open-task.ts';
import { routingAt } from './routing-at.queries.ts';

/** The routing rules, and the lines of the SLA policy, as they were in force at an instant, of which is heard later. */
export async function rulesAt(manager: EntityManager, at: Date): Promise<Omit<RulesInForce, 'time'>> {
  const routing = await routingAt(manager, at);
  return { routing, policies: await policyLinesAt(manager, at) };
}
