import { Module } from '@nestjs/common';
import { EnrolmentQueries } from './enrolment/enrolment.queries.ts';
import { EnrolmentResolver } from './enrolment/enrolment.resolver.ts';
import { EnrolmentService } from './enrolment/enrolment.service.ts';
import { EvidenceReferences } from './evidence/evidence-references.service.ts';
import { EvidenceStore } from './evidence/evidence-store.ts';
import { EvidenceQueries } from './evidence/evidence.queries.ts';
import { EvidenceResolver, InspectionPhotosResolver } from './evidence/evidence.resolver.ts';
import { EvidenceService } from './evidence/evidence.service.ts';
import { SweepEvidence } from './evidence/sweep-evidence.job.ts';
import { EvidenceSweep } from './evidence/sweep.service.ts';
import { DeliveryService } from './inspection/delivery.service.ts';
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
import { RulebookService } from './rulebook/rulebook.service.ts';

const rulebooks = [RulebookQueries, RulebookService, RulebookResolver];
const enrolments = [EnrolmentQueries, EnrolmentService, EnrolmentResolver];
const inspections = [
  InspectionQueries,
  DeliveryService,
  InspectionService,
  InspectionResolver,
  FirmInspectionsResolver,
];
const evidence = [
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

@Module({ providers: [...rulebooks, ...enrolments, ...inspections, ...evidence, ...lights] })
export class AppModule {}
