import type { Database } from '@qifutong/persistence/database';
import type { Metrics } from '@qifutong/platform/metrics';
import { ClosureQueries } from './closure/closure.queries.ts';
import { SuggestionQueries } from './likeness/suggestion.queries.ts';

/** What of the register is watched. */
export function figures(metrics: Metrics, db: Database): void {
  const closures = new ClosureQueries(db);
  metrics.gauge(
    'qft_daily_closure_violations',
    'Days that are not closed because their account does not hold',
    null,
    () => closures.alarms().then((alarms) => alarms.length),
  );
  const suggestions = new SuggestionQueries(db);
  metrics.gauge('qft_suggestions_waiting', 'Issues whose suggestion is not made yet', null, () =>
    suggestions.countWaiting(),
  );
  metrics.gauge('qft_suggestions_set_aside', 'Issues whose suggestion could not be made', null, () =>
    suggestions.countSetAside(),
  );
  metrics.gauge(
    'qft_suggestions_fell_back',
    'Suggestions of the last hour made by words alone though an endpoint is set',
    null,
    () => suggestions.countFellBack(),
  );
}
