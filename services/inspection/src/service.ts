import { inspectionJobPerformed } from '@qifutong/contracts/inspection/job-performed';
import { inspectionMutationPerformed } from '@qifutong/contracts/inspection/mutation-performed';
import { sdlOf } from '@qifutong/platform/graphql-module';
import type { ServiceDefinition } from '@qifutong/platform/definition';
import { Inspection1700000000001 } from '../migrations/1700000000001-inspection.ts';
import { LightsByTown1700000000002 } from '../migrations/1700000000002-lights-by-town.ts';
import { LapsedAcceptances1700000000007 } from '../migrations/1700000000007-lapsed-acceptances.ts';
import { EvidenceOfAFirm1700000000008 } from '../migrations/1700000000008-evidence-of-a-firm.ts';
import { OwnWords1700000000016 } from '../migrations/1700000000016-own-words.ts';
import { WhoWasSent1700000000015 } from '../migrations/1700000000015-who-was-sent.ts';
import { WhatWasBefore1700000000017 } from '../migrations/1700000000017-what-was-before.ts';
import { ListsAndWithdrawals1700000000018 } from '../migrations/1700000000018-lists-and-withdrawals.ts';
import { Plan1700000000006 } from '../migrations/1700000000006-plan.ts';
import { PlanPolicy1700000000009 } from '../migrations/1700000000009-plan-policy.ts';
import { AnnouncedLists1700000000010 } from '../migrations/1700000000010-announced-lists.ts';
import { TownsOfFirms1700000000014 } from '../migrations/1700000000014-towns-of-firms.ts';
import { LatestDateOfAnOrder1700000000013 } from '../migrations/1700000000013-latest-date-of-an-order.ts';
import { TimeForTheDefence1700000000011 } from '../migrations/1700000000011-time-for-the-defence.ts';
import { ReceiptsAnew1700000000012 } from '../migrations/1700000000012-receipts-anew.ts';
import { LightEntries1700000000003 } from '../migrations/1700000000003-light-entries.ts';
import { Evidence1700000000004 } from '../migrations/1700000000004-evidence.ts';
import { DueProcess1700000000005 } from '../migrations/1700000000005-due-process.ts';
import { AcceptanceTable } from './acceptance/acceptance.table.ts';
import { AppModule } from './app.module.ts';
import { AppealTable } from './appeal/appeal.table.ts';
import { DocumentTable } from './document/document.table.ts';
import { EnrolmentTable } from './enrolment/enrolment.table.ts';
import { heard } from './enrolment/heard.ts';
import { evidenceRoutes } from './evidence/evidence.http.ts';
import { EvidenceSentTable, EvidenceTable, LeftoverTable } from './evidence/evidence.table.ts';
import { InspectionTable } from './inspection/inspection.table.ts';
import { InspectorConflictTable, InspectorTable } from './inspector/inspector.table.ts';
import { InspectionPlanTable, PlanInputsTable, PlanVisitTable } from './plan/plan.table.ts';
import { PlanPolicyTable } from './plan/plan-policy.table.ts';
import { InterviewTable } from './interview/interview.table.ts';
import { LightEntryTable } from './light/light-entry.table.ts';
import { LightTable } from './light/light.table.ts';
import { OrderTable } from './order/order.table.ts';
import { ProcessPolicyTable } from './process-policy/process-policy.table.ts';
import { RulebookTable, RuleTable } from './rulebook/rulebook.table.ts';
import { schedule } from './schedule.ts';
import { ShutdownTable } from './shutdown/shutdown.table.ts';

const evidence = [EvidenceTable, EvidenceSentTable, LeftoverTable];
const documents = [DocumentTable, ProcessPolicyTable];
const dueProcess = [...documents, OrderTable, InterviewTable, ShutdownTable, AcceptanceTable, AppealTable];

const inspectors = [InspectorTable, InspectorConflictTable];
const plans = [PlanPolicyTable, InspectionPlanTable, PlanInputsTable, PlanVisitTable];

const entries = { mutation: inspectionMutationPerformed, job: inspectionJobPerformed };

export const inspection: ServiceDefinition = {
  name: 'inspection',
  tables: [
    RulebookTable,
    RuleTable,
    EnrolmentTable,
    InspectionTable,
    LightTable,
    LightEntryTable,
    ...evidence,
    ...dueProcess,
    ...inspectors,
    ...plans,
  ],
  migrations: [
    Inspection1700000000001,
    LightsByTown1700000000002,
    LightEntries1700000000003,
    Evidence1700000000004,
    DueProcess1700000000005,
    Plan1700000000006,
    LapsedAcceptances1700000000007,
    EvidenceOfAFirm1700000000008,
    PlanPolicy1700000000009,
    AnnouncedLists1700000000010,
    TimeForTheDefence1700000000011,
    ReceiptsAnew1700000000012,
    LatestDateOfAnOrder1700000000013,
    TownsOfFirms1700000000014,
    WhoWasSent1700000000015,
    OwnWords1700000000016,
    WhatWasBefore1700000000017,
    ListsAndWithdrawals1700000000018,
  ],
  sdl: sdlOf(import.meta.dirname),
  module: AppModule,
  entries,
  hears: { intake: heard },
  schedule,
  http: evidenceRoutes,
};
