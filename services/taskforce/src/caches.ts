import { CentreClockTable } from './centre/centre.table.ts';
import { cached as cachedOfCentre, type CentreClock } from './centre/domain/centre-clock.ts';
import { rebuilt } from './clock/domain/clock.ts';
import type { Caches } from './clock/rebuild.service.ts';
import { cached, type Task } from './task/domain/task.ts';
import { TaskTable } from './task/task.table.ts';

/** What of a task follows from its clocks. */
export const taskCaches: Caches<Task> = {
  table: TaskTable,
  remade: (task, time) => cached({ ...task, clocks: task.clocks.map((clock) => rebuilt(clock, time)) }),
};

/** What of one of the centre's own clocks follows from its history. */
export const centreClockCaches: Caches<CentreClock> = {
  table: CentreClockTable,
  remade: (centre, time) => cachedOfCentre({ ...centre, clock: rebuilt(centre.clock, time) }),
};
