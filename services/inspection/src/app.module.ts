import { Module } from '@nestjs/common';
import { EnrolmentQueries } from './enrolment/enrolment.queries.ts';
import { EnrolmentResolver } from './enrolment/enrolment.resolver.ts';
import { EnrolmentService } from './enrolment/enrolment.service.ts';
import { FirmInspectionsResolver } from './inspection/firm-inspections.resolver.ts';
import { InspectionQueries } from './inspection/inspection.queries.ts';
import { InspectionResolver } from './inspection/inspection.resolver.ts';
import { InspectionService } from './inspection/inspection.service.ts';
import { FirmLightResolver, InspectionLightResolver } from './light/light-of.resolver.ts';
import { LightQueries } from './light/light.queries.ts';
import { LightEntryResolver, LightResolver } from './light/light.resolver.ts';
import { LightService } from './light/light.service.ts';
import { TownLightsQueries } from './light/town-lights.queries.ts';
import { TownLightsResolver } from './light/town-lights.resolver.ts';
import { InspectorQueries } from './inspector/inspector.queries.ts';
import { InspectorResolver } from './inspector/inspector.resolver.ts';
import { InspectorService } from './inspector/inspector.service.ts';
import { PlanInputQueries } from './plan/plan-inputs.queries.ts';
import { PlanVisitResolver } from './plan/plan-visit.resolver.ts';
import { PlanQueries } from './plan/plan.queries.ts';
import { PlanResolver } from './plan/plan.resolver.ts';
import { PlanService } from './plan/plan.service.ts';
import { RulebookQueries } from './rulebook/rulebook.queries.ts';
import { SignBoardController } from './sign-board/sign-board.controller.ts';
import { SignBoardQueries } from './sign-board/sign-board.queries.ts';
import { RulebookResolver } from './rulebook/rulebook.resolver.ts';

const rulebooks = [RulebookQueries, RulebookResolver];
const enrolments = [EnrolmentQueries, EnrolmentService, EnrolmentResolver];
const inspections = [InspectionQueries, InspectionService, InspectionResolver, FirmInspectionsResolver];
const lights = [
  LightQueries,
  LightService,
  LightResolver,
  LightEntryResolver,
  FirmLightResolver,
  InspectionLightResolver,
  TownLightsQueries,
  TownLightsResolver,
];

const boards = [SignBoardQueries];
const inspectors = [InspectorQueries, InspectorService, InspectorResolver];
const plans = [PlanInputQueries, PlanQueries, PlanService, PlanResolver, PlanVisitResolver];

@Module({
  controllers: [SignBoardController],
  providers: [...boards, ...rulebooks, ...enrolments, ...inspections, ...lights, ...inspectors, ...plans],
})
export class AppModule {}
