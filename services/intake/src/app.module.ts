import { Module } from '@nestjs/common';
import { Keyring } from '@qifutong/platform/sealing';
import { CONFIG } from '@qifutong/platform/tokens';
import { CallbackResolver } from './issue/callback.resolver.ts';
import { CallbackService } from './issue/callback.service.ts';
import { CommonIssueService } from './common-issue/common-issue.service.ts';
import type { IntakeConfig } from './config.ts';
import { FirmQueries } from './firm/firm.queries.ts';
import { FirmResolver } from './firm/firm.resolver.ts';
import { IssueQueries } from './issue/issue.queries.ts';
import { IssueResolver } from './issue/issue.resolver.ts';
import { IssueService } from './issue/issue.service.ts';
import { OnTaskAccepted } from './issue/on-task-accepted.handler.ts';
import { OnTaskSolved } from './issue/on-task-solved.handler.ts';
import { EmbeddingService } from './likeness/embedding.service.ts';
import { NearbyQueries } from './likeness/nearby.queries.ts';
import { PlacingService } from './likeness/placing.service.ts';
import { SuggestWaiting } from './likeness/suggest-waiting.job.ts';
import { SuggestingService } from './likeness/suggesting.service.ts';
import { SuggestionQueries } from './likeness/suggestion.queries.ts';
import {
  LikelyCommonIssueResolver,
  LikelyDuplicateResolver,
  LikelyGuidanceResolver,
  SuggestionResolver,
} from './likeness/suggestion.resolver.ts';
import { SuggestionService } from './likeness/suggestion.service.ts';
import { SurroundingsService } from './likeness/surroundings.service.ts';
import { ReportQueries } from './report/report.queries.ts';
import { ReportResolver } from './report/report.resolver.ts';
import { ReportService } from './report/report.service.ts';
import { ReporterResolver } from './report/reporter.resolver.ts';
import { RevealService } from './report/reveal.service.ts';
import { SealReporters } from './report/seal-reporters.job.ts';
import { SealService } from './report/seal.service.ts';
import { TownQueries } from './town/town.queries.ts';
import { TownResolver } from './town/town.resolver.ts';
import { ViewerResolver } from './viewer/viewer.resolver.ts';

const towns = [TownQueries, TownResolver];
const firms = [FirmQueries, FirmResolver];
const reports = [ReportQueries, ReportService, ReportResolver];
const keyring = {
  provide: Keyring,
  useFactory: (config: IntakeConfig) => new Keyring(config.REPORTER_KEYS),
  inject: [CONFIG],
};
const reporters = [keyring, SealService, RevealService, ReporterResolver, SealReporters];
const issues = [IssueQueries, IssueService, IssueResolver, OnTaskAccepted, OnTaskSolved];
const commonIssues = [CommonIssueService];
const suggesting = [SuggestionService, SuggestingService, SurroundingsService, PlacingService, EmbeddingService];
const shown = [SuggestionResolver, LikelyDuplicateResolver, LikelyCommonIssueResolver, LikelyGuidanceResolver];
const likeness = [NearbyQueries, SuggestionQueries, ...suggesting, ...shown, SuggestWaiting];
const callbacks = [CallbackService, CallbackResolver];

@Module({
  providers: [
    ...towns,
    ...firms,
    ...reports,
    ...reporters,
    ...issues,
    ...commonIssues,
    ...likeness,
    ...callbacks,
    ViewerResolver,
  ],
})
export class AppModule {}
