import type { EntityManager } from 'typeorm';
import type { RoutingRule } from './domain/route.ts';
import { RoutingRulesVersionTable, RoutingRuleTable } from './rules.table.ts';

/** The newest version's rules; those of a task force that was dissolved since take nothing any more. */
export function routingInForce(manager: EntityManager): Promise<RoutingRule[]> {
  const newest = manager.createQueryBuilder(RoutingRulesVersionTable, 'any').select('max(any.version)');
  return manager
    .createQueryBuilder(RoutingRuleTable, 'rule')
    .where(`rule.version = (${newest.getQuery()})`)
    .andWhere('exists (select from task_force where code = rule.task_force_code and dissolved_at is null)')
    .getMany();
}
