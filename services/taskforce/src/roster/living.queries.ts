import type { Tx } from '@qifutong/persistence/database';
import { In, IsNull } from 'typeorm';
import { TaskForceTable } from './task-force.table.ts';

const DISSOLVED = `hashtext('task_force_dissolved' || current_schema())`;

/** No task is opened in any other transaction from here to the end of this one; those in hand are waited for. */
export async function whileDissolving({ manager }: Tx): Promise<void> {
  await manager.query(`select pg_advisory_xact_lock(${DISSOLVED})`);
}

/**
 * Which of these task forces are there and not dissolved; none of them is, until the transaction ends. Whoever gives a task to a task
 * force asks this first.
 */
export async function livingTaskForces({ manager }: Tx, codes: readonly string[]): Promise<ReadonlySet<string>> {
  await manager.query(`select pg_advisory_xact_lock_shared(${DISSOLVED})`);
  const where = { code: In([...new Set(codes)]), dissolvedAt: IsNull() };
  const found = await manager.find(TaskForceTable, { select: { code: true }, where });
  return new Set(found.map(({ code }) => code));
}
