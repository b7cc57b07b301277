import { rebuilt } from './clock/domain/clock.ts';
import type { Caches } from './clock/rebuild.service.ts';
import { cached, type Task } from './task/domain/task.ts';
import { TaskTable } from './task/task.table.ts';

/** What of a task follows from its clocks. */
export const taskCaches: Caches<Task> = {
  table: TaskTable,
  remade: (task, time) => cached({ ...task, clocks: task.clocks.map((clock) => rebuilt(clock, time)) }),
};
