import { SuggestWaiting } from './suggest-waiting.job.ts';
import { Suggester } from './suggester.service.ts';
import { SuggestionQueries } from './suggestion.queries.ts';
import {
  LikelyCommonIssueResolver,
  LikelyDuplicateResolver,
  LikelyGuidanceResolver,
  SuggestionResolver,
} from './suggestion.resolver.ts';
import { SuggestionThread } from './suggestion-thread.service.ts';
import { WaitingQueries } from './waiting.queries.ts';

const shown = [SuggestionResolver, LikelyDuplicateResolver, LikelyCommonIssueResolver, LikelyGuidanceResolver];
/** What Nest provides of this feature where its suggestions are made on a thread of their own. */
export const likeness = [
  SuggestionQueries,
  ...shown,
  SuggestWaiting,
  WaitingQueries,
  { provide: Suggester, useClass: SuggestionThread },
];
