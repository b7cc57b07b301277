import type { Database } from '@qifutong/persistence/database';
import type { Metrics } from '@qifutong/platform/metrics';
import { TaskQueries } from './task/task.queries.ts';

/** What of the task forces' work is watched. */
export function figures(metrics: Metrics, db: Database): void {
  const queries = new TaskQueries(db);
  metrics.gauge('qft_clocks_due', 'Tasks with a clock that has run out and is not noticed yet', null, () =>
    queries.countDue(),
  );
}
