import { Injectable } from '@nestjs/common';
import { create, save } from '@qifutong/persistence/change';
import { Database, type Tx } from '@qifutong/persistence/database';
import { shaped } from '@qifutong/platform/answer';
import { entityId, words } from '@qifutong/platform/shape';
import type { Viewer } from '@qifutong/platform/viewer';
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import { DocumentService } from '../document/document.service.ts';
import type { AppealInspectionInput, DecideAppealInput } from '../generated/graphql.ts';
import { InspectionService } from '../inspection/inspection.service.ts';
import { LightService } from '../light/light.service.ts';
import { policyInForceAt } from '../process-policy/policy-in-force.queries.ts';
import { appeals, AppealTable } from './appeal.table.ts';
import { appealedOf } from './appealed.queries.ts';
import type { Appeal, Appealed } from './domain/appeal.ts';
import { decide } from './domain/decide.ts';
import { assertAppealable, lodge } from './domain/lodge.ts';
import { officialForm } from './domain/official-form.ts';
import { reject } from './domain/rejections.ts';

const lodging = z.object({ inspectionId: entityId, grounds: words(10_000) });
const ruling = z.object({ id: entityId, upheld: z.boolean(), reason: words(10_000) });

@Injectable()
export class AppealService {
  constructor(
    private readonly db: Database,
    private readonly inspections: InspectionService,
    private readonly lights: LightService,
    private readonly documents: DocumentService,
  ) {}

  /** One for each inspection, by the firm that was inspected. */
  lodge(viewer: Viewer, input: AppealInspectionInput): Promise<Appeal> {
    const { inspectionId, grounds } = shaped(lodging, input);
    const [field, by] = ['inspectionId', viewer.sub];
    return this.db.transaction(async (tx) => {
      const found = await appealedOf(tx.manager, inspectionId);
      if (found?.creditCode !== viewer.firm || !found) throw reject('APPEAL_INSPECTION_NOT_FOUND', { field });
      const inspection = await this.#locked(tx, found);
      const now = await tx.now();
      const { appealWithinDays } = await policyInForceAt(tx.manager, inspection.receivedAt);
      assertAppealable(inspection, appealWithinDays, now);
      if (await tx.manager.existsBy(AppealTable, { inspectionId })) throw reject('APPEAL_REPEATED', { field });
      const number = await this.documents.issue(tx, 'APPEAL', inspection.creditCode, now);
      return create(tx, appeals, lodge(inspection, { id: uuidv7(), number, grounds, by }, now), now);
    });
  }

  /** Upheld, the inspection is void, and all that followed from it is corrected in the same transaction. */
  decide(viewer: Viewer, input: DecideAppealInput): Promise<Appeal> {
    const { id, upheld, reason } = shaped(ruling, input);
    return this.db.transaction(async (tx) => {
      const found = await tx.manager.findOneBy(AppealTable, { id });
      if (!found) throw appeals.notFound();
      const { inspectors, voidedAt } = await this.#locked(tx, { id: found.inspectionId, creditCode: found.creditCode });
      const before = await tx.manager.findOneByOrFail(AppealTable, { id });
      const told = { upheld, reason, inspectors, by: viewer.sub, name: viewer.name };
      const after = await save(tx, appeals, before, (appeal, now) => decide(appeal, told, now));
      await this.documents.reissue(tx, after.number);
      const isValid = voidedAt === null;
      if (upheld && isValid) await this.inspections.void(tx, found.inspectionId, after.decidedAt!);
      return after;
    });
  }

  async printable(appeal: Appeal): Promise<string> {
    const inspection = await appealedOf(this.db.source.manager, appeal.inspectionId);
    return this.documents.printed(officialForm(appeal, inspection!.performedAt));
  }

  // the firm's lock first, then what it keeps from changing
  async #locked(tx: Tx, { id, creditCode }: Pick<Appealed, 'id' | 'creditCode'>): Promise<Appealed> {
    await this.lights.lock(tx, creditCode);
    const inspection = await appealedOf(tx.manager, id);
    if (!inspection) throw reject('APPEAL_INSPECTION_NOT_FOUND', { field: 'inspectionId' });
    return inspection;
  }
}
