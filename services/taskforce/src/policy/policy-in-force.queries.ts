import type { EntityManager } from 'typeorm';
import type { SlaPolicy, SlaPolicyVersion } from '../clock/domain/sla-policy.ts';
import { SlaPolicyVersionTable } from './sla-policy-version.table.ts';
import { SlaPolicyTable } from './sla-policy.table.ts';

/** The newest version of the SLA policy: new clocks are bound by it. */
export async function policyInForce(manager: EntityManager): Promise<SlaPolicyVersion> {
  const [newest] = await manager.find(SlaPolicyVersionTable, { order: { version: 'DESC' }, take: 1 });
  if (!newest) throw new TypeError('there is no version of the SLA policy');
  return newest;
}

/** The lines of the newest version of the SLA policy. */
export function policyLinesInForce(manager: EntityManager): Promise<SlaPolicy[]> {
  const newest = manager.createQueryBuilder(SlaPolicyTable, 'any').select('max(any.version)');
  return manager.createQueryBuilder(SlaPolicyTable, 'line').where(`line.version = (${newest.getQuery()})`).getMany();
}
