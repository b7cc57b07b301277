import { Module } from '@nestjs/common';
import { EnrolmentQueries } from './enrolment/enrolment.queries.ts';
import { EnrolmentResolver } from './enrolment/enrolment.resolver.ts';
import { EnrolmentService } from './enrolment/enrolment.service.ts';
import { FirmInspectionsResolver } from './inspection/firm-inspections.resolver.ts';
import { InspectionQueries } from './inspection/inspection.queries.ts';
import { InspectionResolver } from './inspection/inspection.resolver.ts';
import { InspectionService } from './inspection/inspection.service.ts';
import { FirmLightResolver, InspectionLightResolver } from './light/light-of.resolver.ts';
import { LightRebuild } from './light/light-rebuild.service.ts';
import { LightQueries } from './light/light.queries.ts';
import { LightEntryResolver, LightResolver } from './light/light.resolver.ts';
import { LightService } from './light/light.service.ts';
import { StoreEntries } from './light/store-entries.job.ts';
import { TownLightsQueries } from './light/town-lights.queries.ts';
import { TownLightsResolver } from './light/town-lights.resolver.ts';
import { RulebookQueries } from './rulebook/rulebook.queries.ts';
import { RulebookResolver } from './rulebook/rulebook.resolver.ts';

const rulebooks = [RulebookQueries, RulebookResolver];
const enrolments = [EnrolmentQueries, EnrolmentService, EnrolmentResolver];
const inspections = [InspectionQueries, InspectionService, InspectionResolver, FirmInspectionsResolver];
const lights = [
  LightQueries,
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

@Module({ providers: [...rulebooks, ...enrolments, ...inspections, ...lights] })
export class AppModule {}
