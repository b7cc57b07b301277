import type { EntityManager } from 'typeorm';
import type { WholeSlaPolicy } from './domain/set-sla-policy.ts';
import { SlaPolicyVersionTable } from './sla-policy-version.table.ts';
import { SlaPolicyTable } from './sla-policy.table.ts';

/** A version of the SLA policy as a whole, null where there is none of that number; of no number: the newest. */
export async function wholePolicy(manager: EntityManager, version: number | null): Promise<WholeSlaPolicy | null> {
  const where = version === null ? {} : { version };
  const [found] = await manager.find(SlaPolicyVersionTable, { where, order: { version: 'DESC' }, take: 1 });
  if (!found) return null;
  const lines = await manager.find(SlaPolicyTable, { where: { version: found.version }, order: { position: 'ASC' } });
  return { ...found, lines };
}
