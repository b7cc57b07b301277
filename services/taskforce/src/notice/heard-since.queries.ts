import type { EntityManager } from 'typeorm';
import { HeardSinceTable } from './heard-since.table.ts';

/** Since when that service is heard: of what was noticed before, nobody is told. */
export async function heardSince(manager: EntityManager, source: 'inspection'): Promise<Date> {
  const { fromAt } = await manager.findOneByOrFail(HeardSinceTable, { source });
  return fromAt;
}
