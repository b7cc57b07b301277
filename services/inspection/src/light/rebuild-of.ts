import type { Database } from '@qifutong/persistence/database';
import { ApplicationService } from '../acceptance/application.service.ts';
import { GroundlessApprovals } from '../acceptance/groundless-approvals.service.ts';
import type { InspectionConfig } from '../config.ts';
import { DocumentService } from '../document/document.service.ts';
import { FollowUpService } from '../follow-up/follow-up.service.ts';
import { SummonsService } from '../interview/summons.service.ts';
import { MissingOrders } from '../order/missing-orders.service.ts';
import { OrderFollowUp } from '../order/order-follow-up.service.ts';
import { DraftService } from '../shutdown/draft.service.ts';
import { LightRebuild } from './light-rebuild.service.ts';
import { LightService } from './light.service.ts';

interface Rebuild {
  readonly lights: LightRebuild;
  readonly orders: MissingOrders;
  readonly approvals: GroundlessApprovals;
}

/** The rebuild without the service around it, for a program that does nothing else. */
export function rebuildOf(db: Database, config: InspectionConfig): Rebuild {
  const documents = new DocumentService(db, config);
  const orders = new OrderFollowUp(documents);
  const summonses = new SummonsService(db, documents);
  const applications = new ApplicationService();
  const followUps = new FollowUpService(orders, summonses, new DraftService(documents), applications);
  const lights = new LightService(config, followUps);
  return {
    lights: new LightRebuild(db, lights, config),
    orders: new MissingOrders(db, lights, orders),
    approvals: new GroundlessApprovals(db, lights, applications),
  };
}
