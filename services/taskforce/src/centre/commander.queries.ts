import { LessThanOrEqual, type EntityManager } from 'typeorm';
import { CommanderOnDutyTable } from './centre.table.ts';
import type { CommanderOnDuty } from './domain/put-on-duty.ts';

/** Who commands at that instant, or null. */
export function commanderAt(manager: EntityManager, at: Date): Promise<CommanderOnDuty | null> {
  return manager.findOne(CommanderOnDutyTable, { where: { fromAt: LessThanOrEqual(at) }, order: { fromAt: 'DESC' } });
}
