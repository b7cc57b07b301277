import { intakeJobPerformed } from '@qifutong/contracts/intake/job-performed';
import { intakeMutationPerformed } from '@qifutong/contracts/intake/mutation-performed';
import { sdlOf } from '@qifutong/platform/graphql-module';
import type { ServiceDefinition } from '@qifutong/platform/definition';
import { Intake1700000000001 } from '../migrations/1700000000001-intake.ts';
import { IssueInFull1700000000002 } from '../migrations/1700000000002-issue-in-full.ts';
import { Likeness1700000000003 } from '../migrations/1700000000003-likeness.ts';
import { Firms1700000000004 } from '../migrations/1700000000004-firms.ts';
import { SealedReporter1700000000005 } from '../migrations/1700000000005-sealed-reporter.ts';
import { IssueLife1700000000006 } from '../migrations/1700000000006-issue-life.ts';
import { Closure1700000000008 } from '../migrations/1700000000008-closure.ts';
import { ClocksThatGoOn1700000000010 } from '../migrations/1700000000010-clocks-that-go-on.ts';
import { MatchesSetRight1700000000011 } from '../migrations/1700000000011-matches-set-right.ts';
import { ClosureTrail1700000000012 } from '../migrations/1700000000012-closure-trail.ts';
import { DuplicatesShownSooner1700000000013 } from '../migrations/1700000000013-duplicates-shown-sooner.ts';
import { PoliciesInVersions1700000000014 } from '../migrations/1700000000014-policies-in-versions.ts';
import { FoundingNumbers1700000000015 } from '../migrations/1700000000015-founding-numbers.ts';
import { BatchesByDomain1700000000017 } from '../migrations/1700000000017-batches-by-domain.ts';
import { GuidancesFolded1700000000019 } from '../migrations/1700000000019-guidances-folded.ts';
import { GuidancesBroughtForward1700000000020 } from '../migrations/1700000000020-guidances-brought-forward.ts';
import { GuidancesFoundByTerms1700000000021 } from '../migrations/1700000000021-guidances-found-by-terms.ts';
import { MembersByLikeness1700000000024 } from '../migrations/1700000000024-members-by-likeness.ts';
import { GuidancesByVersion1700000000025 } from '../migrations/1700000000025-guidances-by-version.ts';
import { MembersFirmClocks1700000000026 } from '../migrations/1700000000026-members-firm-clocks.ts';
import { DuplicatesWithoutTexts1700000000027 } from '../migrations/1700000000027-duplicates-without-texts.ts';
import { AnswersKept1700000000028 } from '../migrations/1700000000028-answers-kept.ts';
import { WaitingForABatch1700000000029 } from '../migrations/1700000000029-waiting-for-a-batch.ts';
import { Retention1700000000016 } from '../migrations/1700000000016-retention.ts';
import { SuggestionsSetAside1700000000018 } from '../migrations/1700000000018-suggestions-set-aside.ts';
import { LikenessInLots1700000000009 } from '../migrations/1700000000009-likeness-in-lots.ts';
import { Guidance1700000000007 } from '../migrations/1700000000007-guidance.ts';
import { AppModule } from './app.module.ts';
import { BatchPolicyLineTable, BatchPolicyTable } from './batch/batch-policy.table.ts';
import { BatchItemTable, BatchTable } from './batch/batch.table.ts';
import { CallTable } from './call/call.table.ts';
import { CallbackPolicyTable } from './issue/callback-policy.table.ts';
import { CallbackTable } from './issue/callback.table.ts';
import {
  AddendumTable,
  AlarmTable,
  CarriedTable,
  ClosureTrailTable,
  DailyClosureTable,
  LineTable,
} from './closure/closure.table.ts';
import { OnInspectionTrailSealed } from './closure/on-inspection-trail-sealed.handler.ts';
import { OnTaskforceTrailSealed } from './closure/on-taskforce-trail-sealed.handler.ts';
import { CommonIssueMemberTable, CommonIssueTable } from './common-issue/common-issue.table.ts';
import { DeliberationTable } from './common-issue/deliberation.table.ts';
import { OnCommonTaskAccepted } from './common-issue/on-common-task-accepted.handler.ts';
import { OnCommonTaskOpened } from './common-issue/on-common-task-opened.handler.ts';
import { OnCommonTaskSolved } from './common-issue/on-common-task-solved.handler.ts';
import { OnCommonSolutionRejected } from './common-issue/on-task-solution-rejected.handler.ts';
import { GuidanceSearchTable, GuidanceTable, GuidanceVersionTable } from './guidance/guidance.table.ts';
import { FirmChangeTable, FirmTable } from './firm/firm.table.ts';
import { clockHandlers } from './figures/clock-handlers.ts';
import { TaskClockTable } from './figures/task-clock.table.ts';
import { figures } from './figures.ts';
import { FirmCorrectionTable } from './issue/firm-correction.table.ts';
import { IssueAnswerTable } from './issue/answer.table.ts';
import { IssueTable } from './issue/issue.table.ts';
import { OnTaskAccepted } from './issue/on-task-accepted.handler.ts';
import { OnTaskCancelled } from './issue/on-task-cancelled.handler.ts';
import { OnTaskOpened } from './issue/on-task-opened.handler.ts';
import { OnTaskReturned } from './issue/on-task-returned.handler.ts';
import { OnTaskSolutionRejected } from './issue/on-task-solution-rejected.handler.ts';
import { OnTaskSolved } from './issue/on-task-solved.handler.ts';
import {
  CommonIssueCoreTable,
  IssueLikenessTable,
  IssueSuggestionTable,
  LikenessPolicyTable,
  LikenessPolicyVersionTable,
} from './likeness/suggestion.table.ts';
import { ReportTable } from './report/report.table.ts';
import { ReporterTable, ShowingTable } from './report/reporter.table.ts';
import { RetentionPolicyTable } from './retention/retention-policy.table.ts';
import { schedule } from './schedule.ts';
import { TownTable } from './town/town.table.ts';

const closures = [DailyClosureTable, LineTable, CarriedTable, AddendumTable, ClosureTrailTable, AlarmTable];

const entries = { mutation: intakeMutationPerformed, job: intakeJobPerformed };

export const intake: ServiceDefinition = {
  name: 'intake',
  tables: [
    TownTable,
    FirmTable,
    FirmChangeTable,
    IssueTable,
    FirmCorrectionTable,
    IssueAnswerTable,
    ReportTable,
    ReporterTable,
    CallTable,
    ShowingTable,
    RetentionPolicyTable,
    CallbackTable,
    CallbackPolicyTable,
    CommonIssueTable,
    CommonIssueMemberTable,
    IssueSuggestionTable,
    IssueLikenessTable,
    CommonIssueCoreTable,
    LikenessPolicyTable,
    LikenessPolicyVersionTable,
    ...closures,
    TaskClockTable,
    DeliberationTable,
    GuidanceTable,
    GuidanceVersionTable,
    GuidanceSearchTable,
    BatchTable,
    BatchItemTable,
    BatchPolicyTable,
    BatchPolicyLineTable,
  ],
  migrations: [
    Intake1700000000001,
    IssueInFull1700000000002,
    Likeness1700000000003,
    Firms1700000000004,
    SealedReporter1700000000005,
    IssueLife1700000000006,
    Guidance1700000000007,
    Closure1700000000008,
    LikenessInLots1700000000009,
    ClocksThatGoOn1700000000010,
    MatchesSetRight1700000000011,
    ClosureTrail1700000000012,
    DuplicatesShownSooner1700000000013,
    PoliciesInVersions1700000000014,
    FoundingNumbers1700000000015,
    Retention1700000000016,
    BatchesByDomain1700000000017,
    SuggestionsSetAside1700000000018,
    GuidancesFolded1700000000019,
    GuidancesBroughtForward1700000000020,
    GuidancesFoundByTerms1700000000021,
    MembersByLikeness1700000000024,
    GuidancesByVersion1700000000025,
    MembersFirmClocks1700000000026,
    DuplicatesWithoutTexts1700000000027,
    AnswersKept1700000000028,
    WaitingForABatch1700000000029,
  ],
  sdl: sdlOf(import.meta.dirname),
  module: AppModule,
  entries,
  hears: {
    taskforce: [
      OnTaskOpened,
      OnTaskAccepted,
      OnTaskSolved,
      OnTaskCancelled,
      OnTaskReturned,
      OnTaskSolutionRejected,
      OnCommonTaskOpened,
      OnCommonTaskAccepted,
      OnCommonTaskSolved,
      OnCommonSolutionRejected,
      ...clockHandlers,
      OnTaskforceTrailSealed,
    ],
    inspection: [OnInspectionTrailSealed],
  },
  schedule,
  figures,
};
