import { sdlOf } from '@qifutong/platform/graphql-module';
import type { ServiceDefinition } from '@qifutong/platform/definition';
import { Inspection1700000000001 } from '../migrations/1700000000001-inspection.ts';
import { LightsByTown1700000000002 } from '../migrations/1700000000002-lights-by-town.ts';
import { Plan1700000000006 } from '../migrations/1700000000006-plan.ts';
import { AppModule } from './app.module.ts';
import { EnrolmentTable } from './enrolment/enrolment.table.ts';
import { InspectionTable } from './inspection/inspection.table.ts';
import { InspectorConflictTable, InspectorTable } from './inspector/inspector.table.ts';
import { LightTable } from './light/light.table.ts';
import { InspectionPlanTable, PlanInputsTable, PlanVisitTable } from './plan/plan.table.ts';
import { RulebookTable, RuleTable } from './rulebook/rulebook.table.ts';

const inspectors = [InspectorTable, InspectorConflictTable];
const plans = [InspectionPlanTable, PlanInputsTable, PlanVisitTable];

export const inspection: ServiceDefinition = {
  name: 'inspection',
  tables: [RulebookTable, RuleTable, EnrolmentTable, InspectionTable, LightTable, ...inspectors, ...plans],
  migrations: [Inspection1700000000001, LightsByTown1700000000002, Plan1700000000006],
  sdl: sdlOf(import.meta.dirname),
  module: AppModule,
  hears: {},
};
