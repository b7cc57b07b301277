import type { EntityManager } from 'typeorm';
import { policyLinesInForce } from '../policy/policy-in-force.queries.ts';
import type { RulesInForce } from './domain/open-task.ts';
import { RoutingRuleTable } from './rules.table.ts';

/** The routing rules, and the lines of the newest version of the SLA policy. */
export async function rulesInForce(manager: EntityManager): Promise<Omit<RulesInForce, 'time'>> {
  const routing = await manager.find(RoutingRuleTable);
  return { routing, policies: await policyLinesInForce(manager) };
}
