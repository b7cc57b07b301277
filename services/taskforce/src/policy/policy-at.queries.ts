import { LessThanOrEqual, type EntityManager } from 'typeorm';
import type { SlaPolicy, SlaPolicyVersion } from '../clock/domain/sla-policy.ts';
import { SlaPolicyVersionTable } from './sla-policy-version.table.ts';
import { SlaPolicyTable } from './sla-policy.table.ts';

/** The version that was in force at an instant, of which is heard later; before the first one, that. */
export async function policyAt(manager: EntityManager, at: Date): Promise<SlaPolicyVersion> {
  const order = { setAt: 'DESC', version: 'DESC' } as const;
  const where = { setAt: LessThanOrEqual(at) };
  const [found] = await manager.find(SlaPolicyVersionTable, { where, order, take: 1 });
  return found ?? manager.findOneByOrFail(SlaPolicyVersionTable, { version: 1 });
}

/** The lines of that version. */
export async function policyLinesAt(manager: EntityManager, at: Date): Promise<SlaPolicy[]> {
  const { version } = await policyAt(manager, at);
  return manager.findBy(SlaPolicyTable, { version });
}
