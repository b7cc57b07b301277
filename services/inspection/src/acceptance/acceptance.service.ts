import { Injectable } from '@nestjs/common';
import { acceptanceKinds, townCode, type AcceptanceKind } from '@qifutong/contracts/fields';
import { isCreditCode } from '@qifutong/kernel/credit-code';
import { create, save } from '@qifutong/persistence/change';
import { Database, type Tx } from '@qifutong/persistence/database';
import { shaped } from '@qifutong/platform/answer';
import { ownFirmOnly } from '@qifutong/platform/scope';
import { entityId, optionalWords, orNull, words } from '@qifutong/platform/shape';
import type { Viewer } from '@qifutong/platform/viewer';
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import { DocumentService } from '../document/document.service.ts';
import { EnrolmentService } from '../enrolment/enrolment.service.ts';
import { confirm, provide } from '../enrolment/provision.service.ts';
import type { ApplyForAcceptanceInput, DecideAcceptanceInput } from '../generated/graphql.ts';
import { LightService } from '../light/light.service.ts';
import { DraftService } from '../shutdown/draft.service.ts';
import { acceptances, AcceptanceTable } from './acceptance.table.ts';
import type { Acceptance } from './domain/acceptance.ts';
import { apply, assertApplicable } from './domain/apply.ts';
import { decide } from './domain/decide.ts';
import { officialForm } from './domain/official-form.ts';
import { reject } from './domain/rejections.ts';
import { withdrawnAtOf } from './lifted.queries.ts';
import { inspectorsSince, lastValidOf, onSiteOf } from './on-site.queries.ts';

const application = z.object({
  creditCode: words(18),
  kind: z.enum(acceptanceKinds),
  townCode: orNull(townCode),
});
const ruling = z.object({
  id: entityId,
  approved: z.boolean(),
  inspectionId: orNull(entityId),
  reason: optionalWords(2_000),
});

@Injectable()
export class AcceptanceService {
  constructor(
    private readonly db: Database,
    private readonly lights: LightService,
    private readonly enrolments: EnrolmentService,
    private readonly drafts: DraftService,
    private readonly documents: DocumentService,
  ) {}

  /** At first resumption it opens the firm's file, so that it can be inspected on site: provisionally, until it is approved. */
  apply(viewer: Viewer, input: ApplyForAcceptanceInput): Promise<Acceptance> {
    const { creditCode, kind, townCode: town } = shaped(application, input);
    if (!isCreditCode(creditCode)) throw reject('ACCEPTANCE_CREDIT_CODE_INVALID', { field: 'creditCode' });
    if (!ownFirmOnly(viewer, creditCode)) throw reject('ACCEPTANCE_OF_OTHER_FIRM', { field: 'creditCode' });
    return this.db.transaction(async (tx) => {
      const firm = { creditCode, townCode: town, by: viewer.sub };
      const admitted = kind === 'FIRST' && (await this.enrolments.admit(tx, firm));
      await this.lights.lock(tx, creditCode);
      const acceptance = await this.#apply(tx, { ...firm, kind, admitted });
      if (kind === 'FIRST') await provide(tx, creditCode, acceptance.id);
      return acceptance;
    });
  }

  /** What an approval means for the light is decided in the same transaction. */
  decide(viewer: Viewer, input: DecideAcceptanceInput): Promise<Acceptance> {
    const { id, inspectionId, approved, reason } = shaped(ruling, input);
    return this.db.transaction(async (tx) => {
      const found = await tx.manager.findOneBy(AcceptanceTable, { id });
      if (!found) throw acceptances.notFound();
      await this.lights.lock(tx, found.creditCode);
      const before = await tx.manager.findOneByOrFail(AcceptanceTable, { id });
      const onSite = inspectionId === null ? null : await onSiteOf(tx.manager, inspectionId);
      if (inspectionId !== null && !onSite) throw reject('ACCEPTANCE_INSPECTION_NOT_FOUND', { field: 'inspectionId' });
      const lastInspection = await lastValidOf(tx.manager, found.creditCode);
      const inspectedBy = await inspectorsSince(tx.manager, found.creditCode, found.issuedAt);
      const told = { approved, onSite, lastInspection, inspectedBy, reason, by: viewer.sub, name: viewer.name };
      const after = await save(tx, acceptances, before, (one, now) => decide(one, told, now));
      await this.documents.reissue(tx, after.number);
      if (after.status === 'APPROVED') await this.#takeEffect(tx, after);
      return after;
    });
  }

  async printable(acceptance: Acceptance): Promise<string> {
    const orderWithdrawnAt = await withdrawnAtOf(this.db.source.manager, acceptance.shutdownId);
    return this.documents.printed(officialForm(acceptance, orderWithdrawnAt));
  }

  async #apply(tx: Tx, firm: Applying): Promise<Acceptance> {
    const { creditCode, kind, admitted, by } = firm;
    const enrolment = await this.enrolments.ofFirm(tx, creditCode);
    const enrolled = enrolment !== null && enrolment.provisionalFor === null && !admitted;
    const inForce = kind === 'RESUMPTION' ? await this.drafts.inForce(tx, [creditCode]) : null;
    const shutdownId = inForce?.get(creditCode)?.id ?? null;
    const open = await tx.manager.existsBy(AcceptanceTable, { creditCode, status: 'OPEN' });
    assertApplicable({ kind, enrolled, shutdownId, open });
    const now = await tx.now();
    const number = await this.documents.issue(tx, 'ACCEPTANCE', creditCode, now);
    const town = enrolment?.townCode ?? null;
    const told = { id: uuidv7(), number, creditCode, townCode: town, kind, shutdownId, appliedBy: by };
    return create(tx, acceptances, apply(told, now), now);
  }

  /** At first resumption too: a firm can be shut down before it is enrolled for good. */
  async #takeEffect(tx: Tx, acceptance: Acceptance): Promise<void> {
    if (acceptance.kind === 'FIRST') await confirm(tx, acceptance.creditCode, acceptance.decidedBy!);
    await this.lights.refold(tx, { ...acceptance, from: acceptance.decidedAt });
  }
}

interface Applying {
  readonly creditCode: string;
  readonly kind: AcceptanceKind;
  readonly by: string;
  /** this very application put the firm on the list */
  readonly admitted: boolean;
}
