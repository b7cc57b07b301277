import { Module } from '@nestjs/common';
import { CallbackResolver } from './issue/callback.resolver.ts';
import { CallbackService } from './issue/callback.service.ts';
import { CloseFinished } from './common-issue/close-finished.job.ts';
import { ClosingService } from './common-issue/closing.service.ts';
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
import { FirmQueries } from './firm/firm.queries.ts';
import { FirmResolver } from './firm/firm.resolver.ts';
import { IssueQueries } from './issue/issue.queries.ts';
import { IssueResolver } from './issue/issue.resolver.ts';
import { IssueService } from './issue/issue.service.ts';
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
  ClosingService,
  CloseFinished,
];
const callbacks = [CallbackService, CallbackResolver];

@Module({ providers: [...towns, ...firms, ...reports, ...issues, ...commonIssues, ...callbacks, ViewerResolver] })
export class AppModule {}
