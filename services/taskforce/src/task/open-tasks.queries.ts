import { In, type EntityManager } from 'typeorm';
import { statusesFor } from './domain/task.ts';
import { TaskTable } from './task.table.ts';

/** How many tasks a task force has in hand: such as the centre can transfer, and such as are solved and wait for their callback. */
export async function countInHand(
  manager: EntityManager,
  taskForceCode: string,
): Promise<{ readonly openTasks: number; readonly solvedTasks: number }> {
  const count = (statuses: readonly string[]) =>
    manager.countBy(TaskTable, { taskForceCode, status: In([...statuses]) });
  return {
    openTasks: await count(statusesFor('transferByCentre')),
    solvedTasks: await count(statusesFor('rejectSolution')),
  };
}
