import { Module } from '@nestjs/common';
import { TrailService } from '@qifutong/platform/trail.service';
import { Keyring } from '@qifutong/platform/sealing';
import { CONFIG } from '@qifutong/platform/tokens';
import { CallResolver } from './call/call.resolver.ts';
import { CallService } from './call/call.service.ts';
import { AnswerQueries } from './issue/answer.queries.ts';
import { CallbackQueries } from './issue/callback.queries.ts';
import { CallbackResolver } from './issue/callback.resolver.ts';
import { CallbackService } from './issue/callback.service.ts';
import { clockHandlers } from './figures/clock-handlers.ts';
import { FigureQueries } from './figures/figures.queries.ts';
import { FiguresResolver } from './figures/figures.resolver.ts';
import { FiguresService } from './figures/figures.service.ts';
import { TaskClockService } from './figures/task-clock.service.ts';
import { ApplicationService } from './batch/application.service.ts';
import { ApplyBatches } from './batch/apply-batches.job.ts';
import { BatchItemResolver, BatchOfIssueResolver } from './batch/batch-item.resolver.ts';
import { BatchWork } from './batch/batch-work.service.ts';
import { BatchQueries } from './batch/batch.queries.ts';
import { BatchResolver } from './batch/batch.resolver.ts';
import { BatchService } from './batch/batch.service.ts';
import { Ledger } from './batch/ledger.service.ts';
import { MeasureQueries } from './batch/measure.queries.ts';
import { CloseFinished } from './common-issue/close-finished.job.ts';
import { CommonIssueQueries } from './common-issue/common-issue.queries.ts';
import { CommonIssueResolver } from './common-issue/common-issue.resolver.ts';
import { CommonIssueService } from './common-issue/common-issue.service.ts';
import { CommonTaskService } from './common-issue/common-task.service.ts';
import { DeliberationResolver } from './common-issue/deliberation.resolver.ts';
import { DeliberationService } from './common-issue/deliberation.service.ts';
import { MemberRows } from './common-issue/member-rows.service.ts';
import { FirstWordsQueries } from './common-issue/first-words.queries.ts';
import {
  CommonIssueMemberResolver,
  CommonIssueMembersResolver,
  IssueMembershipResolver,
} from './common-issue/members.resolver.ts';
import { MembershipChanges } from './common-issue/membership-changes.service.ts';
import { OnCommonTaskAccepted } from './common-issue/on-common-task-accepted.handler.ts';
import { OnCommonTaskOpened } from './common-issue/on-common-task-opened.handler.ts';
import { OnCommonTaskSolved } from './common-issue/on-common-task-solved.handler.ts';
import { OnCommonSolutionRejected } from './common-issue/on-task-solution-rejected.handler.ts';
import { CommonIssueSettlement } from './common-issue/settlement.service.ts';
import { FoundVersionResolver, GuidanceContentResolver } from './guidance/content.resolver.ts';
import { GuidanceQueries } from './guidance/guidance.queries.ts';
import { GuidanceResolver } from './guidance/guidance.resolver.ts';
import { GuidanceSearch } from './guidance/guidance-search.queries.ts';
import { GuidanceService } from './guidance/guidance.service.ts';
import { GuidanceVersions } from './guidance/guidance-versions.service.ts';
import {
  GuidanceOfAnswerResolver,
  GuidanceOfCommonIssueResolver,
  GuidanceOfIssueResolver,
} from './guidance/settled.resolver.ts';
import { SettlementService } from './issue/settlement.service.ts';
import { MembershipService } from './issue/membership.service.ts';
import type { IntakeConfig } from './config.ts';
import { ExportResolver } from './export/export.resolver.ts';
import { ExportService } from './export/export.service.ts';
import { closures } from './closure/provided.ts';
import { FirmNameController } from './firm/firm-name.controller.ts';
import { FirmQueries } from './firm/firm.queries.ts';
import { FirmResolver } from './firm/firm.resolver.ts';
import { FirmService } from './firm/firm.service.ts';
import { KeyNames } from './firm/key-names.job.ts';
import { FirmCorrectionQueries } from './issue/firm-correction.queries.ts';
import { IssueMoveQueries } from './issue/issue-move.queries.ts';
import { IssueQueries } from './issue/issue.queries.ts';
import { IssueResolver } from './issue/issue.resolver.ts';
import { IssueService } from './issue/issue.service.ts';
import { MatchFirmService } from './issue/match-firm.service.ts';
import { MatchOverlooked } from './issue/match-overlooked.job.ts';
import { MergeQueries } from './issue/merge.queries.ts';
import { MergeResolver } from './issue/merge.resolver.ts';
import { MergeService } from './issue/merge.service.ts';
import { OnTaskAccepted } from './issue/on-task-accepted.handler.ts';
import { OnTaskCancelled } from './issue/on-task-cancelled.handler.ts';
import { OnTaskOpened } from './issue/on-task-opened.handler.ts';
import { OnTaskReturned } from './issue/on-task-returned.handler.ts';
import { OnTaskSolutionRejected } from './issue/on-task-solution-rejected.handler.ts';
import { OnTaskSolved } from './issue/on-task-solved.handler.ts';
import { likeness } from './likeness/likeness.providers.ts';
import { FirmCorrectionResolver, MatchResolver } from './match/match.resolver.ts';
import { MatchService } from './match/match.service.ts';
import { OverviewQueries } from './overview/overview.queries.ts';
import { OverviewResolver } from './overview/overview.resolver.ts';
import { OverviewService } from './overview/overview.service.ts';
import { ReportQueries } from './report/report.queries.ts';
import { BatchPolicyService } from './batch/batch-policy.service.ts';
import { CallbackPolicyService } from './issue/callback-policy.service.ts';
import { LikenessPolicyService } from './likeness/likeness-policy.service.ts';
import { PolicyResolver } from './policy/policy.resolver.ts';
import { PolicyService } from './policy/policy.service.ts';
import { ReportResolver } from './report/report.resolver.ts';
import { ReportService } from './report/report.service.ts';
import { retention } from './retention/provided.ts';
import { ReporterResolver } from './report/reporter.resolver.ts';
import { RevealService } from './report/reveal.service.ts';
import { SealReporters } from './report/seal-reporters.job.ts';
import { SealService } from './report/seal.service.ts';
import { TriageResolver } from './issue/triage.resolver.ts';
import { TriageService } from './issue/triage.service.ts';
import { TownQueries } from './town/town.queries.ts';
import { TownResolver } from './town/town.resolver.ts';
import { ViewerResolver } from './viewer/viewer.resolver.ts';
import { TrailResolver } from './trail/trail.resolver.ts';

const towns = [TownQueries, TownResolver];
const firms = [FirmQueries, FirmService, FirmResolver, KeyNames];
const matches = [
  FirmCorrectionQueries,
  FirmCorrectionResolver,
  MatchFirmService,
  MatchService,
  MatchResolver,
  MatchOverlooked,
];
const reports = [ReportQueries, ReportService, ReportResolver];
const keyring = {
  provide: Keyring,
  useFactory: (config: IntakeConfig) => new Keyring(config.REPORTER_KEYS),
  inject: [CONFIG],
};
const reporters = [keyring, SealService, RevealService, ReporterResolver, SealReporters];
const issues = [IssueQueries, IssueService, IssueResolver];
const triage = [IssueMoveQueries, AnswerQueries, TriageService, TriageResolver];
const merging = [MergeQueries, MergeService, MergeResolver];
const tasks = [OnTaskOpened, OnTaskAccepted, OnTaskSolved, OnTaskCancelled, OnTaskReturned, OnTaskSolutionRejected];
const commonIssues = [
  CommonIssueQueries,
  FirstWordsQueries,
  CommonIssueService,
  CommonIssueResolver,
  MembershipService,
  MemberRows,
  MembershipChanges,
  IssueMembershipResolver,
  CommonIssueMembersResolver,
  CommonIssueMemberResolver,
  DeliberationService,
  DeliberationResolver,
  CommonTaskService,
  OnCommonTaskOpened,
  OnCommonTaskAccepted,
  OnCommonTaskSolved,
  OnCommonSolutionRejected,
  CommonIssueSettlement,
  CloseFinished,
];
const guidances = [
  GuidanceQueries,
  GuidanceSearch,
  GuidanceService,
  GuidanceVersions,
  GuidanceResolver,
  GuidanceContentResolver,
  FoundVersionResolver,
  GuidanceOfIssueResolver,
  GuidanceOfAnswerResolver,
  GuidanceOfCommonIssueResolver,
  SettlementService,
];
const batches = [
  BatchQueries,
  BatchService,
  BatchWork,
  ApplicationService,
  Ledger,
  MeasureQueries,
  ApplyBatches,
  BatchResolver,
  BatchItemResolver,
  BatchOfIssueResolver,
];
const policies = [CallbackPolicyService, LikenessPolicyService, BatchPolicyService, PolicyService, PolicyResolver];
const calls = [CallService, CallResolver];
const callbacks = [CallbackQueries, CallbackService, CallbackResolver];
const watched = [TaskClockService, ...clockHandlers, FigureQueries, FiguresService, FiguresResolver];
const overview = [OverviewQueries, OverviewService, OverviewResolver];

const trail = [TrailService, TrailResolver, ExportService, ExportResolver];

const intake = [
  ...towns,
  ...firms,
  ...matches,
  ...reports,
  ...reporters,
  ...policies,
  ...calls,
  ...issues,
  ...triage,
  ...merging,
  ...tasks,
  ...commonIssues,
  ...guidances,
  ...batches,
  ...likeness,
  ...callbacks,
  ...closures,
  ...watched,
  ...overview,
  ...retention,
  ...trail,
];

@Module({
  controllers: [FirmNameController],
  providers: [...intake, ViewerResolver],
})
export class AppModule {}
