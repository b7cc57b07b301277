import { IsNull, type EntityManager } from 'typeorm';
import { SupervisionTable } from './supervision.table.ts';

/** Whether a supervision of the task is open. */
export function isSupervised(manager: EntityManager, taskId: string): Promise<boolean> {
  return manager.existsBy(SupervisionTable, { taskId, liftedAt: IsNull() });
}
