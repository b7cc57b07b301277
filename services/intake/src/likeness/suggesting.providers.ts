import { CoreRows } from './core-rows.service.ts';
import { EmbeddingService } from './embedding.service.ts';
import { LikenessRows } from './likeness-rows.service.ts';
import { NearbyQueries } from './nearby.queries.ts';
import { PlacingService } from './placing.service.ts';
import { PublishedQueries } from './published.queries.ts';
import { PublishedService } from './published.service.ts';
import { Suggester } from './suggester.service.ts';
import { SuggestingService } from './suggesting.service.ts';
import { SuggestionService } from './suggestion.service.ts';
import { SurroundingsService } from './surroundings.service.ts';
import { TermQueries } from './term.queries.ts';
import { WaitingQueries } from './waiting.queries.ts';
import { WeighingService } from './weighing.service.ts';

/** What makes suggestions, on the thread that provides it. The words of the language come with it: some 300 MB. */
export const suggesting = [
  WaitingQueries,
  TermQueries,
  NearbyQueries,
  LikenessRows,
  CoreRows,
  PublishedQueries,
  PublishedService,
  SuggestingService,
  WeighingService,
  SurroundingsService,
  PlacingService,
  EmbeddingService,
  SuggestionService,
  { provide: Suggester, useExisting: SuggestionService },
];
