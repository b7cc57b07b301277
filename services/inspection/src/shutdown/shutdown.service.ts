import { Injectable } from '@nestjs/common';
import { change } from '@qifutong/persistence/change';
import { Database } from '@qifutong/persistence/database';
import { shaped } from '@qifutong/platform/answer';
import { ownFirmOnly } from '@qifutong/platform/scope';
import { entityId, optionalWords, words } from '@qifutong/platform/shape';
import { hasRole, type Viewer } from '@qifutong/platform/viewer';
import { z } from 'zod';
import { DocumentService } from '../document/document.service.ts';
import { reaches } from '../enrolment/reach.queries.ts';
import type { RefuseShutdownOrderInput, SignShutdownOrderInput, StateDefenceInput } from '../generated/graphql.ts';
import { LightService } from '../light/light.service.ts';
import { refuse } from './domain/refuse.ts';
import { officialForm } from './domain/official-form.ts';
import { reject } from './domain/rejections.ts';
import type { ShutdownOrder } from './domain/shutdown-order.ts';
import { sign } from './domain/sign.ts';
import { stateDefence } from './domain/state-defence.ts';
import { shutdowns, ShutdownTable } from './shutdown.table.ts';

const defence = z
  .object({ id: entityId, text: optionalWords(10_000), waived: z.boolean().nullish() })
  .refine(({ text, waived }) => (text === null) === (waived === true), {
    path: ['text'],
    params: { code: 'FIELD_REQUIRED' },
  });
const signature = z.object({ id: entityId, legalBasis: words(2_000) });
const refusal = z.object({ id: entityId, reason: words(2_000) });

type Decide = Parameters<typeof change<ShutdownOrder>>[3];

@Injectable()
export class ShutdownService {
  constructor(
    private readonly db: Database,
    private readonly lights: LightService,
    private readonly documents: DocumentService,
  ) {}

  printable(one: ShutdownOrder): Promise<string> {
    return this.documents.printed(officialForm(one));
  }

  /** By the firm itself, and apart from that taken down by who heard it. */
  stateDefence(viewer: Viewer, input: StateDefenceInput): Promise<ShutdownOrder> {
    const { id, text } = shaped(defence, input);
    return this.#decide(viewer, id, (order, now) => {
      const byFirm = hasRole(viewer, 'FIRM') && viewer.firm === order.creditCode;
      return stateDefence(order, { text, by: viewer.sub, byFirm }, now);
    });
  }

  sign(viewer: Viewer, input: SignShutdownOrderInput): Promise<ShutdownOrder> {
    const { id, legalBasis } = shaped(signature, input);
    const { sub: by, name } = viewer;
    return this.#decide(viewer, id, (order, now) => sign(order, { legalBasis, by, name }, now));
  }

  refuse(viewer: Viewer, input: RefuseShutdownOrderInput): Promise<ShutdownOrder> {
    const { id, reason } = shaped(refusal, input);
    const { sub: by, name } = viewer;
    return this.#decide(viewer, id, (order, now) => refuse(order, { reason, by, name }, now));
  }

  /** What it means for the light is decided in the same transaction, which is alone with the firm's history. */
  #decide(viewer: Viewer, id: string, decide: Decide): Promise<ShutdownOrder> {
    return this.db.transaction(async (tx) => {
      const found = await tx.manager.findOneBy(ShutdownTable, { id });
      if (!found || !ownFirmOnly(viewer, found.creditCode)) throw reject('SHUTDOWN_NOT_FOUND', { field: 'id' });
      if (!(await reaches(tx.manager, viewer, found.creditCode)))
        throw reject('SHUTDOWN_OF_ANOTHER_TOWN', { field: 'id', number: found.number });
      await this.lights.lock(tx, found.creditCode);
      const after = await change(tx, shutdowns, id, decide);
      if (after.status !== 'DRAFTED') await this.documents.reissue(tx, after.number);
      await this.lights.refold(tx, { ...after, from: after.signedAt ?? after.refusedAt ?? after.causedAt });
      return after;
    });
  }
}
