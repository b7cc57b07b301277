import type { EntityManager } from 'typeorm';
import { SlaPolicyVersionTable, type SlaPolicyVersion } from './sla-policy-version.table.ts';

/** The newest version of the SLA policy: new clocks are bound by it. */
export async function policyInForce(manager: EntityManager): Promise<SlaPolicyVersion> {
  const [newest] = await manager.find(SlaPolicyVersionTable, { order: { version: 'DESC' }, take: 1 });
  if (!newest) throw new TypeError('there is no version of the SLA policy');
  return newest;
}
