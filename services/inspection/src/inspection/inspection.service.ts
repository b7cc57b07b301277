import { Injectable } from '@nestjs/common';
import { isDecided, orRejection, Rejection } from '@qifutong/kernel/rejection';
import { change, type Announced } from '@qifutong/persistence/change';
import type { Tx } from '@qifutong/persistence/database';
import { shaped } from '@qifutong/platform/answer';
import type { Viewer } from '@qifutong/platform/viewer';
import { ApplicationService } from '../acceptance/application.service.ts';
import type { SubmitInspectionInput, SubmitInspectionsInput } from '../generated/graphql.ts';
import { LightService } from '../light/light.service.ts';
import { affectedBy, DeliveryService, type Outcome } from './delivery.service.ts';
import { deliveryShape } from './delivery-shape.ts';
import type { Delivery } from './domain/delivery.ts';
import type { Inspection } from './domain/inspection.ts';
import { reject } from './domain/rejections.ts';
import { restoreInspection } from './domain/restore-inspection.ts';
import { voidInspection } from './domain/void-inspection.ts';
import { inspections, InspectionTable } from './inspection.table.ts';

const MOST_AT_ONCE = 500;

function deliveryOf(viewer: Viewer, input: SubmitInspectionInput): Delivery {
  const { inspectors, ...told } = shaped(deliveryShape, input);
  return { ...told, inspectors: [viewer.sub, ...(inspectors ?? [])] };
}

@Injectable()
export class InspectionService {
  constructor(
    private readonly deliveries: DeliveryService,
    private readonly lights: LightService,
    private readonly applications: ApplicationService,
  ) {}

  /** Delivered again under the same id, it gives the same inspection and creates nothing. */
  async submit(viewer: Viewer, input: SubmitInspectionInput): Promise<Inspection> {
    const [outcome] = await this.deliveries.takeIn([deliveryOf(viewer, input)], viewer.town);
    if (outcome instanceof Rejection) throw outcome;
    return outcome!;
  }

  /** One outcome for each, in their order; one that is refused keeps none of the others. */
  async submitAll(viewer: Viewer, { inspections: inputs }: SubmitInspectionsInput): Promise<Outcome[]> {
    if (inputs.length > MOST_AT_ONCE)
      throw reject('INSPECTION_TOO_MANY', { field: 'inspections', limit: MOST_AT_ONCE, given: inputs.length });
    const told = inputs.map((input) => orRejection(() => deliveryOf(viewer, input)));
    const sound = told.filter(isDecided);
    const outcomes = (await this.deliveries.takeIn(sound, viewer.town)).values();
    return told.map((one) => (one instanceof Rejection ? one : outcomes.next().value!));
  }

  /** Takes a result out of the firm's history, as of a moment, and folds its light anew. */
  void(tx: Tx, id: string, at: Date): Promise<Inspection> {
    return this.#changed(tx, id, (inspection) => voidInspection(inspection, at));
  }

  /** Lets a voided result count again, and folds the light of the firm anew. */
  restore(tx: Tx, id: string, at: Date): Promise<Inspection> {
    return this.#changed(tx, id, (inspection) => restoreInspection(inspection, at));
  }

  // the firm's lock first, as everybody else takes it
  async #changed(tx: Tx, id: string, decide: (inspection: Inspection) => Announced<Inspection>): Promise<Inspection> {
    const found = await tx.manager.findOneBy(InspectionTable, { id });
    if (!found) throw inspections.notFound();
    await this.lights.lock(tx, found.creditCode);
    const inspection = await change(tx, inspections, id, decide);
    await this.applications.rest(tx, id, inspection.voidedAt !== null);
    await this.lights.refold(tx, affectedBy([inspection])[0]!);
    return inspection;
  }
}
