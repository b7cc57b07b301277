import { Module } from '@nestjs/common';
import { CallbackResolver } from './issue/callback.resolver.ts';
import { CallbackService } from './issue/callback.service.ts';
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
import {
  CommonIssueMemberResolver,
  CommonIssueMembersResolver,
  IssueMembershipResolver,
} from './common-issue/members.resolver.ts';
import { MembershipChanges } from './common-issue/membership-changes.service.ts';
import { OnCommonTaskAccepted } from './common-issue/on-common-task-accepted.handler.ts';
import { OnCommonTaskOpened } from './common-issue/on-common-task-opened.handler.ts';
import { OnCommonTaskSolved } from './common-issue/on-common-task-solved.handler.ts';
import { CommonIssueSettlement } from './common-issue/settlement.service.ts';
import { GuidanceContentResolver } from './guidance/content.resolver.ts';
import { GuidanceQueries } from './guidance/guidance.queries.ts';
import { GuidanceResolver } from './guidance/guidance.resolver.ts';
import { GuidanceSearch } from './guidance/guidance-search.queries.ts';
import { GuidanceService } from './guidance/guidance.service.ts';
import { GuidanceOfCommonIssueResolver, GuidanceOfIssueResolver } from './guidance/settled.resolver.ts';
import { FirmQueries } from './firm/firm.queries.ts';
import { FirmResolver } from './firm/firm.resolver.ts';
import { IssueQueries } from './issue/issue.queries.ts';
import { IssueResolver } from './issue/issue.resolver.ts';
import { IssueService } from './issue/issue.service.ts';
import { SettlementService } from './issue/settlement.service.ts';
import { MembershipService } from './issue/membership.service.ts';
import { OnTaskAccepted } from './issue/on-task-accepted.handler.ts';
import { OnTaskSolved } from './issue/on-task-solved.handler.ts';
import { ReportQueries } from './report/report.queries.ts';
import { ReportResolver } from './report/report.resolver.ts';
import { ReportService } from './report/report.service.ts';
import { TownQueries } from './town/town.queries.ts';
import { TownResolver } from './town/town.resolver.ts';
import { ViewerResolver } from './viewer/viewer.resolver.ts';

const towns = [TownQueries, TownResolver];
const firms = [FirmQueries, FirmResolver];
const reports = [ReportQueries, ReportService, ReportResolver];
const issues = [IssueQueries, IssueService, IssueResolver, OnTaskAccepted, OnTaskSolved];
const commonIssues = [
  CommonIssueQueries,
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
  CommonIssueSettlement,
  CloseFinished,
];
const guidances = [
  GuidanceQueries,
  GuidanceSearch,
  GuidanceService,
  GuidanceResolver,
  GuidanceContentResolver,
  GuidanceOfIssueResolver,
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
const callbacks = [CallbackService, CallbackResolver];

@Module({
  providers: [
    ...towns,
    ...firms,
    ...reports,
    ...issues,
    ...commonIssues,
    ...guidances,
    ...batches,
    ...callbacks,
    ViewerResolver,
  ],
})
export class AppModule {}
