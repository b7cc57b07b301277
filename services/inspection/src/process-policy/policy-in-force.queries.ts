import type { EntityManager } from 'typeorm';
import type { ProcessPolicy } from './domain/process-policy.ts';
import { ProcessPolicyTable } from './process-policy.table.ts';

/** The newest version. */
export async function policyInForce(manager: EntityManager): Promise<ProcessPolicy> {
  const [newest] = await manager.find(ProcessPolicyTable, { order: { version: 'DESC' }, take: 1 });
  if (!newest) throw new TypeError('process_policy is empty: a migration fills it');
  return newest;
}
