import { LessThanOrEqual, type EntityManager } from 'typeorm';
import type { ProcessPolicy } from './domain/process-policy.ts';
import { ProcessPolicyTable } from './process-policy.table.ts';

/** The newest version. */
export async function policyInForce(manager: EntityManager): Promise<ProcessPolicy> {
  const [newest] = await manager.find(ProcessPolicyTable, { order: { version: 'DESC' }, take: 1 });
  if (!newest) throw new TypeError('process_policy is empty: a migration fills it');
  return newest;
}

/** The version that was in force at an instant: what was issued then is bound by it. Before the first version, the first. */
export async function policyInForceAt(manager: EntityManager, at: Date): Promise<ProcessPolicy> {
  const where = { setAt: LessThanOrEqual(at) };
  const [newest] = await manager.find(ProcessPolicyTable, { where, order: { version: 'DESC' }, take: 1 });
  return newest ?? manager.findOneByOrFail(ProcessPolicyTable, { version: 1 });
}

/** The same at many instants. Versions are few: all are read. */
export async function policiesInForce(manager: EntityManager): Promise<(at: Date) => ProcessPolicy> {
  const newestFirst = await manager.find(ProcessPolicyTable, { order: { version: 'DESC' } });
  return (at) => newestFirst.find(({ setAt }) => setAt <= at) ?? newestFirst.at(-1)!;
}
