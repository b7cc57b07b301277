import { Module } from '@nestjs/common';
import { CallbackResolver } from './issue/callback.resolver.ts';
import { CallbackService } from './issue/callback.service.ts';
import { CommonIssueService } from './common-issue/common-issue.service.ts';
import { FirmQueries } from './firm/firm.queries.ts';
import { FirmResolver } from './firm/firm.resolver.ts';
import { IssueQueries } from './issue/issue.queries.ts';
import { IssueResolver } from './issue/issue.resolver.ts';
import { IssueService } from './issue/issue.service.ts';
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
const commonIssues = [CommonIssueService];
const callbacks = [CallbackService, CallbackResolver];

@Module({ providers: [...towns, ...firms, ...reports, ...issues, ...commonIssues, ...callbacks, ViewerResolver] })
export class AppModule {}
