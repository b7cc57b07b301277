import { LessThanOrEqual, type EntityManager } from 'typeorm';
import type { RoutingRule } from './domain/route.ts';
import { RoutingRulesVersionTable, RoutingRuleTable } from './rules.table.ts';

/**
 * The rules of the version that was in force at an instant; before the first one, that's. Those of a task force that was
 * dissolved since take nothing any more.
 */
export async function routingAt(manager: EntityManager, at: Date): Promise<RoutingRule[]> {
  const order = { setAt: 'DESC', version: 'DESC' } as const;
  const [found] = await manager.find(RoutingRulesVersionTable, {
    where: { setAt: LessThanOrEqual(at) },
    order,
    take: 1,
  });
  return manager
    .createQueryBuilder(RoutingRuleTable, 'rule')
    .where('rule.version = :version', { version: found?.version ?? 1 })
    .andWhere('exists (select from task_force where code = rule.task_force_code and dissolved_at is null)')
    .getMany();
}
