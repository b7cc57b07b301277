import { Injectable } from '@nestjs/common';
import { append } from '@qifutong/persistence/append';
import { change, type Announced } from '@qifutong/persistence/change';
import { Database, type Tx } from '@qifutong/persistence/database';
import { isUniqueViolation } from '@qifutong/persistence/unique-violation';
import { shaped } from '@qifutong/platform/answer';
import { optionalWords, words } from '@qifutong/platform/shape';
import type { Viewer } from '@qifutong/platform/viewer';
import { z } from 'zod';
import { EnrolmentQueries } from '../enrolment/enrolment.queries.ts';
import type { SubmitInspectionInput } from '../generated/graphql.ts';
import { LightService, type Affected } from '../light/light.service.ts';
import { RulebookQueries } from '../rulebook/rulebook.queries.ts';
import type { Circumstances } from './domain/circumstances.ts';
import { deliveredAgain, type Delivery } from './domain/delivery.ts';
import { ruleResults, type Inspection } from './domain/inspection.ts';
import { reject } from './domain/rejections.ts';
import { restoreInspection } from './domain/restore-inspection.ts';
import { submit } from './domain/submit.ts';
import { voidInspection } from './domain/void-inspection.ts';
import { inspections, InspectionTable } from './inspection.table.ts';

const COLLEAGUES_AT_MOST = 20;

// half a surrogate pair: jsonb refuses it, text keeps another character in its place
const isStorable = (text: string | null) => text?.isWellFormed() ?? true;
const malformed = { params: { code: 'FIELD_MALFORMED' } };
const note = optionalWords(1000).refine(isStorable, malformed);
const colleague = words(200).refine(isStorable, malformed);

const shape = z.object({
  id: z.uuid().toLowerCase(),
  creditCode: words(18),
  performedAt: z.date(),
  results: z.array(z.object({ rule: words(100), result: z.enum(ruleResults), note })),
  inspectors: z.array(colleague).max(COLLEAGUES_AT_MOST).nullish(),
});

function affectedBy({ id, creditCode, townCode, performedAt }: Inspection): Affected {
  return { creditCode, townCode, from: performedAt, inspectionIds: [id] };
}

@Injectable()
export class InspectionService {
  constructor(
    private readonly db: Database,
    private readonly enrolments: EnrolmentQueries,
    private readonly rulebooks: RulebookQueries,
    private readonly lights: LightService,
  ) {}

  /** Delivered again under the same id, it gives the same inspection and creates nothing. */
  async submit(viewer: Viewer, input: SubmitInspectionInput): Promise<Inspection> {
    const { inspectors, ...told } = shaped(shape, input);
    const delivery = { ...told, inspectors: [...new Set([viewer.sub, ...(inspectors ?? [])])] };
    const [enrolment = null] = await this.enrolments.byCreditCodes([delivery.creditCode]);
    const rulebook = await this.rulebooks.inForceAt(delivery.performedAt);
    return this.db.transaction(async (tx) => {
      await this.lights.lock(tx, delivery.creditCode);
      const earlier = await tx.manager.findOneBy(InspectionTable, { id: delivery.id });
      if (earlier) return deliveredAgain(earlier, delivery);
      const inspection = await this.#add(tx, delivery, { enrolment, rulebook });
      await this.lights.refold(tx, affectedBy(inspection));
      return inspection;
    });
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
    await this.lights.refold(tx, affectedBy(inspection));
    return inspection;
  }

  // the row before its event: an id that another firm's delivery took meanwhile then shows as the row's own key
  async #add(tx: Tx, delivery: Delivery, circumstances: Circumstances): Promise<Inspection> {
    const now = await tx.now();
    const { state, events } = submit(delivery, circumstances, now);
    const inspection = { ...state, version: events.length };
    try {
      await tx.manager.insert(InspectionTable, inspection);
    } catch (cause) {
      if (isUniqueViolation(cause, 'inspection_pkey'))
        throw reject('INSPECTION_ID_TAKEN', { field: 'id', id: delivery.id });
      throw cause;
    }
    await append(tx, events, state.version, now);
    return inspection;
  }
}
