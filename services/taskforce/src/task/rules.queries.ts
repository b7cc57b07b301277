import type { EntityManager } from 'typeorm';
import { policyLinesInForce } from '../policy/whole-policy.queries.ts';
import type { RulesInForce } from './domain/open-task.ts';
import { routingInForce } from './routing-in-force.queries.ts';

/** The routing rules in force, and the lines of the newest version of the SLA policy. */
export async function rulesInForce(manager: EntityManager): Promise<Omit<RulesInForce, 'time'>> {
  const routing = await routingInForce(manager);
  return { routing, policies: await policyLinesInForce(manager) };
}
