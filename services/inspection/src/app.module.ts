import { Module } from '@nestjs/common';
import { TrailService } from '@qifutong/platform/trail.service';
import { AcceptanceQueries } from './acceptance/acceptance.queries.ts';
import { AcceptanceResolver } from './acceptance/acceptance.resolver.ts';
import { AcceptanceService } from './acceptance/acceptance.service.ts';
import { ApplicationService } from './acceptance/application.service.ts';
import { FirmAcceptancesResolver } from './acceptance/firm-acceptances.resolver.ts';
import { AppealQueries } from './appeal/appeal.queries.ts';
import { AppealResolver } from './appeal/appeal.resolver.ts';
import { AppealService } from './appeal/appeal.service.ts';
import { AppealedQueries } from './appeal/appealed.queries.ts';
import { FirmAppealsResolver } from './appeal/firm-appeals.resolver.ts';
import { InspectionAppealResolver } from './appeal/inspection-appeal.resolver.ts';
import { DocumentQueries } from './document/document.queries.ts';
import { DocumentResolver } from './document/document.resolver.ts';
import { DocumentService } from './document/document.service.ts';
import { EnrolmentQueries } from './enrolment/enrolment.queries.ts';
import { EnrolmentResolver } from './enrolment/enrolment.resolver.ts';
import { EnrolmentService } from './enrolment/enrolment.service.ts';
import { heard } from './enrolment/heard.ts';
import { Decoding } from './evidence/decoding.ts';
import { EvidenceReferences } from './evidence/evidence-references.service.ts';
import { EvidenceStore } from './evidence/evidence-store.ts';
import { EvidenceQueries } from './evidence/evidence.queries.ts';
import { EvidenceResolver, InspectionPhotosResolver } from './evidence/evidence.resolver.ts';
import { EvidenceService } from './evidence/evidence.service.ts';
import { SweepEvidence } from './evidence/sweep-evidence.job.ts';
import { EvidenceSweep } from './evidence/sweep.service.ts';
import { CircumstancesQueries } from './inspection/circumstances.queries.ts';
import { DeliveryService } from './inspection/delivery.service.ts';
import { FollowUpService } from './follow-up/follow-up.service.ts';
import { FirmInspectionsResolver } from './inspection/firm-inspections.resolver.ts';
import { InspectionQueries } from './inspection/inspection.queries.ts';
import { InspectionResolver } from './inspection/inspection.resolver.ts';
import { InspectionService } from './inspection/inspection.service.ts';
import { FirmInterviewsResolver } from './interview/firm-interviews.resolver.ts';
import { InterviewQueries } from './interview/interview.queries.ts';
import { InterviewResolver } from './interview/interview.resolver.ts';
import { InterviewService } from './interview/interview.service.ts';
import { NoteMissed } from './interview/note-missed.job.ts';
import { SummonsService } from './interview/summons.service.ts';
import { FirmLightResolver, InspectionLightResolver } from './light/light-of.resolver.ts';
import { LightRebuild } from './light/light-rebuild.service.ts';
import { LightLists } from './light/light-list.queries.ts';
import { LightQueries } from './light/light.queries.ts';
import { LightEntryResolver, LightResolver } from './light/light.resolver.ts';
import { LightService } from './light/light.service.ts';
import { StoreEntries } from './light/store-entries.job.ts';
import { TownLightsQueries } from './light/town-lights.queries.ts';
import { TownLightsResolver } from './light/town-lights.resolver.ts';
import { FigureQueries } from './figures/figures.queries.ts';
import { FiguresResolver, TownInspectionsResolver } from './figures/figures.resolver.ts';
import { FiguresService } from './figures/figures.service.ts';
import { InspectorQueries } from './inspector/inspector.queries.ts';
import { DeclaredConflictResolver, InspectorResolver } from './inspector/inspector.resolver.ts';
import { InspectorService } from './inspector/inspector.service.ts';
import { BringPlanUpToDate } from './plan/bring-plan-up-to-date.job.ts';
import { PlanInputQueries } from './plan/plan-inputs.queries.ts';
import { PlanPolicyQueries } from './plan/plan-policy.queries.ts';
import { PlanPolicyResolver } from './plan/plan-policy.resolver.ts';
import { PlanPolicyService } from './plan/plan-policy.service.ts';
import { PlanVisitResolver } from './plan/plan-visit.resolver.ts';
import { PlanQueries } from './plan/plan.queries.ts';
import { PlanResolver } from './plan/plan.resolver.ts';
import { PlanService } from './plan/plan.service.ts';
import { ReplanService } from './plan/replan.service.ts';
import { FirmOrdersResolver } from './order/firm-orders.resolver.ts';
import { NoteOverdue } from './order/note-overdue.job.ts';
import { GroundlessApprovals } from './acceptance/groundless-approvals.service.ts';
import { MissingOrders } from './order/missing-orders.service.ts';
import { OrderFollowUp } from './order/order-follow-up.service.ts';
import { OrderQueries } from './order/order.queries.ts';
import { FindingResolver, OrderResolver } from './order/order.resolver.ts';
import { OrderService } from './order/order.service.ts';
import { ProcessPolicyQueries } from './process-policy/process-policy.queries.ts';
import { ProcessPolicyResolver } from './process-policy/process-policy.resolver.ts';
import { ProcessPolicyService } from './process-policy/process-policy.service.ts';
import { RulebookQueries } from './rulebook/rulebook.queries.ts';
import { SignBoardController } from './sign-board/sign-board.controller.ts';
import { SignBoardQueries } from './sign-board/sign-board.queries.ts';
import { RulebookResolver } from './rulebook/rulebook.resolver.ts';
import { RulebookService } from './rulebook/rulebook.service.ts';
import { DraftService } from './shutdown/draft.service.ts';
import { FirmShutdownsResolver } from './shutdown/firm-shutdowns.resolver.ts';
import { ShutdownQueries } from './shutdown/shutdown.queries.ts';
import { ShutdownResolver } from './shutdown/shutdown.resolver.ts';
import { ShutdownService } from './shutdown/shutdown.service.ts';
import { SealDay } from './trail/seal-day.job.ts';
import { TrailResolver } from './trail/trail.resolver.ts';

const rulebooks = [RulebookQueries, RulebookService, RulebookResolver];
const enrolments = [EnrolmentQueries, EnrolmentService, EnrolmentResolver, ...heard];
const inspections = [
  InspectionQueries,
  CircumstancesQueries,
  DeliveryService,
  InspectionService,
  InspectionResolver,
  FirmInspectionsResolver,
];
const evidence = [
  Decoding,
  EvidenceStore,
  EvidenceReferences,
  EvidenceService,
  EvidenceSweep,
  SweepEvidence,
  EvidenceQueries,
  EvidenceResolver,
  InspectionPhotosResolver,
];
const lights = [
  LightQueries,
  LightLists,
  LightService,
  LightRebuild,
  StoreEntries,
  LightResolver,
  LightEntryResolver,
  FirmLightResolver,
  InspectionLightResolver,
  TownLightsQueries,
  TownLightsResolver,
];

const boards = [SignBoardQueries];
const figures = [FigureQueries, FiguresService, FiguresResolver, TownInspectionsResolver];
const inspectors = [InspectorQueries, InspectorService, InspectorResolver, DeclaredConflictResolver];
const planPolicies = [PlanPolicyQueries, PlanPolicyService, PlanPolicyResolver];
const plans = [
  ...planPolicies,
  PlanInputQueries,
  PlanQueries,
  PlanService,
  ReplanService,
  BringPlanUpToDate,
  PlanResolver,
  PlanVisitResolver,
];

const documents = [DocumentQueries, DocumentService, DocumentResolver, FollowUpService];
const orders = [
  OrderQueries,
  OrderService,
  OrderFollowUp,
  MissingOrders,
  GroundlessApprovals,
  OrderResolver,
  FindingResolver,
  FirmOrdersResolver,
  NoteOverdue,
];
const interviews = [
  InterviewQueries,
  InterviewService,
  InterviewResolver,
  FirmInterviewsResolver,
  SummonsService,
  NoteMissed,
];
const shutdowns = [ShutdownQueries, ShutdownService, ShutdownResolver, FirmShutdownsResolver, DraftService];
const acceptances = [
  AcceptanceQueries,
  AcceptanceService,
  AcceptanceResolver,
  FirmAcceptancesResolver,
  ApplicationService,
];
const appeals = [
  AppealQueries,
  AppealedQueries,
  AppealService,
  AppealResolver,
  FirmAppealsResolver,
  InspectionAppealResolver,
];
const policies = [ProcessPolicyQueries, ProcessPolicyService, ProcessPolicyResolver];
const dueProcess = [...documents, ...policies, ...orders, ...interviews, ...shutdowns, ...acceptances, ...appeals];

const trail = [TrailService, TrailResolver, SealDay];

@Module({
  controllers: [SignBoardController],
  providers: [
    ...boards,
    ...rulebooks,
    ...enrolments,
    ...inspections,
    ...evidence,
    ...lights,
    ...dueProcess,
    ...inspectors,
    ...figures,
    ...plans,
    ...trail,
  ],
})
export class AppModule {}
