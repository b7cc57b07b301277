import type { Database } from '@qifutong/persistence/database';
import type { Metrics } from '@qifutong/platform/metrics';
import { CentreClockQueries } from './centre/centre-clock.queries.ts';
import { TaskQueries } from './task/task.queries.ts';

/** What of the task forces' work is watched. */
export function figures(metrics: Metrics, db: Database): void {
  const queries = new TaskQueries(db);
  metrics.gauge(
    'qft_clocks_due',
    'Tasks of which a warning, a breach or a notice is due and not written yet',
    null,
    () => queries.countDue(),
  );
  const centre = new CentreClockQueries(db);
  metrics.gauge(
    'qft_centre_clocks_due',
    "The centre's own clocks of which a warning, a breach or a notice is due and not written yet",
    null,
    () => centre.countDue(),
  );
}
