import { CoreRows } from './core-rows.service.ts';
import { EmbeddingService } from './embedding.service.ts';
import { LikenessRows } from './likeness-rows.service.ts';
import { NearbyQueries } from './nearby.queries.ts';
import { PlacingService } from './placing.service.ts';
import { PublishedQueries } from './published.queries.ts';
import { PublishedService } from './published.service.ts';
import { SuggestWaiting } from './suggest-waiting.job.ts';
import { SuggestingService } from './suggesting.service.ts';
import { SuggestionQueries } from './suggestion.queries.ts';
import {
  LikelyCommonIssueResolver,
  LikelyDuplicateResolver,
  LikelyGuidanceResolver,
  SuggestionResolver,
} from './suggestion.resolver.ts';
import { SuggestionService } from './suggestion.service.ts';
import { SurroundingsService } from './surroundings.service.ts';
import { TermQueries } from './term.queries.ts';
import { WaitingQueries } from './waiting.queries.ts';
import { WeighingService } from './weighing.service.ts';

const suggesting = [
  SuggestionService,
  SuggestingService,
  WeighingService,
  SurroundingsService,
  PlacingService,
  EmbeddingService,
];
const shown = [SuggestionResolver, LikelyDuplicateResolver, LikelyCommonIssueResolver, LikelyGuidanceResolver];
/** What Nest provides of this feature. */
export const likeness = [
  WaitingQueries,
  TermQueries,
  NearbyQueries,
  LikenessRows,
  CoreRows,
  PublishedQueries,
  PublishedService,
  SuggestionQueries,
  ...suggesting,
  ...shown,
  SuggestWaiting,
];
