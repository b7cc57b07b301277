import { sdlOf } from '@qifutong/platform/graphql-module';
import type { ServiceDefinition } from '@qifutong/platform/definition';
import { Intake1700000000001 } from '../migrations/1700000000001-intake.ts';
import { IssueInFull1700000000002 } from '../migrations/1700000000002-issue-in-full.ts';
import { Likeness1700000000003 } from '../migrations/1700000000003-likeness.ts';
import { SealedReporter1700000000005 } from '../migrations/1700000000005-sealed-reporter.ts';
import { AppModule } from './app.module.ts';
import { CallbackTable } from './issue/callback.table.ts';
import { CommonIssueMemberTable, CommonIssueTable } from './common-issue/common-issue.table.ts';
import { FirmTable } from './firm/firm.table.ts';
import { IssueTable } from './issue/issue.table.ts';
import { OnTaskAccepted } from './issue/on-task-accepted.handler.ts';
import { OnTaskSolved } from './issue/on-task-solved.handler.ts';
import {
  CommonIssueCoreTable,
  IssueLikenessTable,
  IssueSuggestionTable,
  LikenessPolicyTable,
} from './likeness/suggestion.table.ts';
import { figures } from './figures.ts';
import { ReportTable } from './report/report.table.ts';
import { ReporterTable, ShowingTable } from './report/reporter.table.ts';
import { schedule } from './schedule.ts';
import { TownTable } from './town/town.table.ts';

export const intake: ServiceDefinition = {
  name: 'intake',
  tables: [
    TownTable,
    FirmTable,
    IssueTable,
    ReportTable,
    ReporterTable,
    ShowingTable,
    CallbackTable,
    CommonIssueTable,
    CommonIssueMemberTable,
    IssueSuggestionTable,
    IssueLikenessTable,
    CommonIssueCoreTable,
    LikenessPolicyTable,
  ],
  migrations: [Intake1700000000001, IssueInFull1700000000002, Likeness1700000000003, SealedReporter1700000000005],
  sdl: sdlOf(import.meta.dirname),
  module: AppModule,
  hears: { taskforce: [OnTaskAccepted, OnTaskSolved] },
  schedule,
  figures,
};
