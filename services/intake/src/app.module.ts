import { Module } from '@nestjs/common';
import { CallbackResolver } from './issue/callback.resolver.ts';
import { CallbackService } from './issue/callback.service.ts';
import { AccountLineResolver, AccountViolationResolver } from './closure/account-line.resolver.ts';
import { AccountQueries } from './closure/account.queries.ts';
import { CarriedOverResolver } from './closure/carried-over.resolver.ts';
import { CloseDay } from './closure/close-day.job.ts';
import { ClosingService } from './closure/closing.service.ts';
import { ClosureQueries } from './closure/closure.queries.ts';
import { ClosureResolver } from './closure/closure.resolver.ts';
import { ClosureService } from './closure/closure.service.ts';
import { StockQueries } from './closure/stock.queries.ts';
import { CommonIssueService } from './common-issue/common-issue.service.ts';
import { clockHandlers } from './figures/clock-handlers.ts';
import { FigureQueries } from './figures/figures.queries.ts';
import { FiguresResolver } from './figures/figures.resolver.ts';
import { FiguresService } from './figures/figures.service.ts';
import { TaskClockService } from './figures/task-clock.service.ts';
import { FirmQueries } from './firm/firm.queries.ts';
import { FirmResolver } from './firm/firm.resolver.ts';
import { IssueQueries } from './issue/issue.queries.ts';
import { IssueResolver } from './issue/issue.resolver.ts';
import { IssueService } from './issue/issue.service.ts';
import { OnTaskAccepted } from './issue/on-task-accepted.handler.ts';
import { OnTaskSolved } from './issue/on-task-solved.handler.ts';
import { OverviewQueries } from './overview/overview.queries.ts';
import { OverviewResolver } from './overview/overview.resolver.ts';
import { OverviewService } from './overview/overview.service.ts';
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
const closing = [AccountQueries, StockQueries, ClosingService, CloseDay];
const watched = [TaskClockService, ...clockHandlers, FigureQueries, FiguresService, FiguresResolver];
const overview = [OverviewQueries, OverviewService, OverviewResolver];
const closures = [
  ClosureQueries,
  ClosureService,
  ClosureResolver,
  AccountLineResolver,
  AccountViolationResolver,
  CarriedOverResolver,
];

const received = [...reports, ...issues, ...commonIssues, ...callbacks];

@Module({
  providers: [...towns, ...firms, ...received, ...closing, ...closures, ...watched, ...overview, ViewerResolver],
})
export class AppModule {}
