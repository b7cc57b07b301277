import { Inject, Injectable } from '@nestjs/common';
import { countyDay } from '@qifutong/kernel/county-time';
import { change, create, save } from '@qifutong/persistence/change';
import { Database, type Tx } from '@qifutong/persistence/database';
import { shaped } from '@qifutong/platform/answer';
import type { ServiceConfig } from '@qifutong/platform/config';
import { entityId, words } from '@qifutong/platform/shape';
import { CONFIG } from '@qifutong/platform/tokens';
import type { Viewer } from '@qifutong/platform/viewer';
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import type { ApplyBatchInput, PreviewBatchInput, RevertBatchInput } from '../generated/graphql.ts';
import { batches, BatchTable } from './batch.table.ts';
import { BatchWork } from './batch-work.service.ts';
import { confirm, preview, revert, type Batch } from './domain/batch.ts';
import { choose } from './domain/choose.ts';
import { reject } from './domain/rejections.ts';
import { Ledger } from './ledger.service.ts';
import { judged, MeasureQueries, type Measured } from './measure.queries.ts';

/** As long as a person waits; what is not done by then is done by the job, and can be followed. */
const WAIT_MS = 2_000;
const MOST_NAMED = 5_000;

const issueIds = z
  .array(entityId)
  .max(MOST_NAMED)
  .nullish()
  .transform((ids) => [...new Set(ids ?? [])]);
const previewShape = z.object({ guidanceId: entityId, issueIds });
const applyShape = z.object({ batchId: entityId, include: issueIds, exclude: issueIds });
const revertShape = z.object({ batchId: entityId, reason: words(500) });

@Injectable()
export class BatchService {
  constructor(
    private readonly db: Database,
    private readonly measures: MeasureQueries,
    private readonly ledger: Ledger,
    private readonly work: BatchWork,
    @Inject(CONFIG) private readonly config: ServiceConfig,
  ) {}

  /** Lists every issue with what would become of it, and does nothing. */
  async preview(viewer: Viewer, input: PreviewBatchInput): Promise<Batch> {
    const { guidanceId, issueIds: named } = shaped(previewShape, input);
    return this.db.transaction(async (tx) => {
      const now = await tx.now();
      const { measure, policyVersion } = await this.#usable(tx, guidanceId, now);
      const facts = await this.measures.candidates(tx, measure, named);
      if (facts.filter(({ byHand }) => byHand).length < named.length)
        throw reject('ISSUE_NOT_FOUND', { field: 'issueIds' });
      const { guidanceVersion, commonIssueId } = measure;
      const told = { id: uuidv7(), guidanceId, guidanceVersion, commonIssueId, policyVersion, by: viewer.sub };
      const batch = await create(tx, batches, preview(told, now), now);
      const lines = facts.map((fact) => ({ issueId: fact.id, byHand: fact.byHand, ...judged(fact, measure) }));
      await this.ledger.list(tx, batch.id, lines);
      return batch;
    });
  }

  /** Applies what the preview listed and a person wants; run again, only what is missing. */
  async apply(viewer: Viewer, input: ApplyBatchInput): Promise<Batch> {
    const { batchId, ...choice } = shaped(applyShape, input);
    await this.db.transaction(async (tx) => {
      const lock = { mode: 'for_no_key_update' } as const;
      const before = await tx.manager.findOne(BatchTable, { where: { id: batchId }, lock });
      if (before === null) throw batches.notFound();
      const chosen = choose(before, await this.ledger.lines(tx, batchId), choice);
      const batch = await save(tx, batches, before, (state, now) => confirm(state, { by: viewer.sub }, now));
      const { measure } = await this.#usable(tx, batch.guidanceId, await tx.now());
      if (measure.guidanceVersion !== batch.guidanceVersion) throw reject('GUIDANCE_SUPERSEDED');
      await this.ledger.order(tx, chosen, viewer.sub);
    });
    return this.#workOn(batchId);
  }

  /** Takes back what this batch did, where it still is what holds. */
  async revert(viewer: Viewer, input: RevertBatchInput): Promise<Batch> {
    const { batchId, reason } = shaped(revertShape, input);
    await this.db.transaction(async (tx) => {
      await change(tx, batches, batchId, (before, now) => revert(before, { by: viewer.sub, reason }, now));
      await this.ledger.orderBack(tx, batchId, await tx.now());
    });
    return this.#workOn(batchId);
  }

  /** The version of a guidance that took effect last, where it may be used: it may have run out, for what was reported before. */
  async #usable(tx: Tx, guidanceId: string, now: Date): Promise<Measured> {
    const measured = await this.measures.measure(tx, guidanceId, null);
    if (measured === null) throw reject('GUIDANCE_NOT_FOUND', { field: 'guidanceId' });
    if (measured.standing.withdrawn) throw reject('GUIDANCE_WITHDRAWN');
    const from = measured.effectiveFrom;
    if (from > countyDay(now, this.config.COUNTY_TIME_ZONE)) throw reject('GUIDANCE_NOT_YET_IN_FORCE', { from });
    return measured;
  }

  async #workOn(batchId: string): Promise<Batch> {
    const until = performance.now() + WAIT_MS;
    while ((await this.work.workOn(batchId)) && performance.now() < until);
    return this.db.source.manager.findOneByOrFail(BatchTable, { id: batchId });
  }
}
