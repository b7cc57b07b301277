import type { Database } from '@qifutong/persistence/database';
import type { Metrics } from '@qifutong/platform/metrics';
import { SuggestionQueries } from './likeness/suggestion.queries.ts';

/** What of the intake's work is watched. */
export function figures(metrics: Metrics, db: Database): void {
  const suggestions = new SuggestionQueries(db);
  metrics.gauge('qft_suggestions_waiting', 'Issues whose suggestion is not made yet', null, () =>
    suggestions.countWaiting(),
  );
  metrics.gauge(
    'qft_suggestions_fell_back',
    'Suggestions of the last hour made by words alone though an endpoint is set',
    null,
    () => suggestions.countFellBack(),
  );
}
