import { Module } from '@nestjs/common';
import { Keyring } from '@qifutong/platform/sealing';
import { CONFIG } from '@qifutong/platform/tokens';
import { CallResolver } from './call/call.resolver.ts';
import { CallService } from './call/call.service.ts';
import { CallbackResolver } from './issue/callback.resolver.ts';
import { CallbackService } from './issue/callback.service.ts';
import { CommonIssueService } from './common-issue/common-issue.service.ts';
import type { IntakeConfig } from './config.ts';
import { FirmQueries } from './firm/firm.queries.ts';
import { FirmResolver } from './firm/firm.resolver.ts';
import { FirmService } from './firm/firm.service.ts';
import { KeyNames } from './firm/key-names.job.ts';
import { IssueQueries } from './issue/issue.queries.ts';
import { IssueResolver } from './issue/issue.resolver.ts';
import { IssueService } from './issue/issue.service.ts';
import { MatchFirmService } from './issue/match-firm.service.ts';
import { MatchOverlooked } from './issue/match-overlooked.job.ts';
import { OnTaskAccepted } from './issue/on-task-accepted.handler.ts';
import { OnTaskSolved } from './issue/on-task-solved.handler.ts';
import { MatchResolver } from './match/match.resolver.ts';
import { MatchService } from './match/match.service.ts';
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
const firms = [FirmQueries, FirmService, FirmResolver, KeyNames];
const matches = [MatchFirmService, MatchService, MatchResolver, MatchOverlooked];
const reports = [ReportQueries, ReportService, ReportResolver];
const keyring = {
  provide: Keyring,
  useFactory: (config: IntakeConfig) => new Keyring(config.REPORTER_KEYS),
  inject: [CONFIG],
};
const reporters = [keyring, SealService, RevealService, ReporterResolver, SealReporters];
const issues = [IssueQueries, IssueService, IssueResolver, OnTaskAccepted, OnTaskSolved];
const commonIssues = [CommonIssueService];
const calls = [CallService, CallResolver];
const callbacks = [CallbackService, CallbackResolver];

@Module({
  providers: [
    ...towns,
    ...firms,
    ...matches,
    ...reports,
    ...reporters,
    ...calls,
    ...issues,
    ...commonIssues,
    ...callbacks,
    ViewerResolver,
  ],
})
export class AppModule {}
