import type { Database } from '@qifutong/persistence/database';
import type { Metrics } from '@qifutong/platform/metrics';
import { ClosureQueries } from './closure/closure.queries.ts';

/** What of the register is watched. */
export function figures(metrics: Metrics, db: Database): void {
  const closures = new ClosureQueries(db);
  metrics.gauge(
    'qft_daily_closure_violations',
    'Days that are not closed because their account does not hold',
    null,
    () => closures.alarms().then((alarms) => alarms.length),
  );
}
