import type { EntityManager } from 'typeorm';
import type { RulesInForce } from './domain/open-task.ts';
import { routingInForce } from './routing-in-force.queries.ts';
import { SlaPolicyTable } from './rules.table.ts';

/** The routing rules in force, and the lines of the newest version of the SLA policy. */
export async function rulesInForce(manager: EntityManager): Promise<Omit<RulesInForce, 'time'>> {
  const routing = await routingInForce(manager);
  const newest = manager.createQueryBuilder(SlaPolicyTable, 'any').select('max(any.version)');
  const policies = await manager
    .createQueryBuilder(SlaPolicyTable, 'line')
    .where(`line.version = (${newest.getQuery()})`)
    .getMany();
  return { routing, policies };
}
