import { In, type EntityManager } from 'typeorm';
import { openStatuses } from './domain/task.ts';
import { TaskTable } from './task.table.ts';

/** How many tasks a task force has in hand. */
export function countOpenTasks(manager: EntityManager, taskForceCode: string): Promise<number> {
  return manager.countBy(TaskTable, { taskForceCode, status: In([...openStatuses]) });
}
