import type { EntityManager } from 'typeorm';
import type { SlaPolicy } from './domain/choose-policy.ts';
import type { RoutingRule } from './domain/route.ts';
import { RoutingRuleTable, SlaPolicyTable } from './rules.table.ts';

/** The routing rules, and the lines of the newest version of the SLA policy. */
export async function rulesInForce(manager: EntityManager): Promise<{ routing: RoutingRule[]; policies: SlaPolicy[] }> {
  const routing = await manager.find(RoutingRuleTable);
  const newest = manager.createQueryBuilder(SlaPolicyTable, 'any').select('max(any.version)');
  const policies = await manager
    .createQueryBuilder(SlaPolicyTable, 'line')
    .where(`line.version = (${newest.getQuery()})`)
    .getMany();
  return { routing, policies };
}
