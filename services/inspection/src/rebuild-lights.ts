import type { Database } from '@qifutong/persistence/database';
import type { ServiceConfig } from '@qifutong/platform/config';
import { runOnce } from '@qifutong/platform/run';
import { ApplicationService } from './acceptance/application.service.ts';
import { config } from './config.ts';
import { DocumentService } from './document/document.service.ts';
import { FollowUpService } from './follow-up/follow-up.service.ts';
import { SummonsService } from './interview/summons.service.ts';
import { LightRebuild } from './light/light-rebuild.service.ts';
import { LightService } from './light/light.service.ts';
import { OrderFollowUp } from './order/order-follow-up.service.ts';
import { inspection } from './service.ts';
import { DraftService } from './shutdown/draft.service.ts';

function followUpsOf(db: Database, settings: ServiceConfig): FollowUpService {
  const documents = new DocumentService(db, settings);
  const summonses = new SummonsService(db, documents);
  return new FollowUpService(
    new OrderFollowUp(documents),
    summonses,
    new DraftService(documents),
    new ApplicationService(),
  );
}

await runOnce(inspection, config, (db, settings) => {
  const lights = new LightService(settings, followUpsOf(db, settings));
  return new LightRebuild(db, lights, settings).run({ mend: process.argv.includes('--mend') });
});
