import { Injectable } from '@nestjs/common';
import { Database } from '@qifutong/persistence/database';
import { page, pagesByKey, type Order, type Page, type PageArgs } from '@qifutong/persistence/keyset';
import { filterOf } from '@qifutong/platform/paging';
import { inOrder } from '@qifutong/platform/request-context';
import { entityId } from '@qifutong/platform/shape';
import { Any, type SelectQueryBuilder } from 'typeorm';
import { validate as isUuid } from 'uuid';
import { z } from 'zod';
import type { BatchFilter, BatchItemFilter } from '../generated/graphql.ts';
import { BatchItemTable, BatchTable } from './batch.table.ts';
import { batchStates, type Batch, type BatchItem } from './domain/batch.ts';

const filterShape = z.object({ guidanceId: entityId.nullish(), state: z.enum(batchStates).nullish() });
const newestFirst: Order<Batch> = { by: ['previewedAt', 'id'], direction: 'DESC' };

export interface Counts {
  readonly match: number;
  readonly doubtful: number;
  readonly excluded: number;
  readonly pending: number;
  readonly applied: number;
  readonly skipped: number;
  readonly failed: number;
  readonly reverted: number;
}

const none: Counts = {
  match: 0,
  doubtful: 0,
  excluded: 0,
  pending: 0,
  applied: 0,
  skipped: 0,
  failed: 0,
  reverted: 0,
};

@Injectable()
export class BatchQueries {
  constructor(private readonly db: Database) {}

  readonly byIds = async (ids: readonly string[]): Promise<(Batch | null)[]> => {
    const found = await this.db.source.manager.findBy(BatchTable, { id: Any(ids.filter((id) => isUuid(id))) });
    return inOrder(
      ids.map((id) => id.toLowerCase()),
      found,
      (batch) => batch.id,
    );
  };

  list(filter: BatchFilter | null | undefined, args: PageArgs): Promise<Page<Batch>> {
    const { guidanceId, state } = filterOf(filterShape, filter);
    const query = this.db.source.createQueryBuilder(BatchTable, 'batch');
    if (guidanceId) query.andWhere('batch.guidanceId = :guidanceId', { guidanceId });
    if (state) query.andWhere('batch.state = :state', { state });
    return page(query, newestFirst, args);
  }

  /** A page of each batch's ledger, in the order of the preview. */
  readonly items = (
    ids: readonly string[],
    args: PageArgs & { filter: BatchItemFilter | null },
  ): Promise<Page<BatchItem>[]> => {
    const narrow = (query: SelectQueryBuilder<BatchItem>) => {
      const { verdict, outcome, revertOutcome } = args.filter ?? {};
      if (verdict) query.andWhere('one.verdict = :verdict', { verdict });
      if (outcome) query.andWhere('one.outcome = :outcome', { outcome });
      if (revertOutcome) query.andWhere('one.revertOutcome = :revertOutcome', { revertOutcome });
    };
    const order: Order<BatchItem> = { by: ['id'], direction: 'ASC' };
    const grouped = { table: BatchItemTable, key: 'batchId', order, narrow } as const;
    return pagesByKey(this.db.source.manager, grouped, ids, args);
  };

  readonly counts = async (ids: readonly string[]): Promise<Counts[]> => {
    const rows = await this.db.source.query<(Counts & { id: string })[]>(
      `select batch_id as id,
         count(*) filter (where verdict = 'MATCH')::int as match, count(*) filter (where verdict = 'DOUBTFUL')::int as doubtful,
         count(*) filter (where verdict = 'EXCLUDED')::int as excluded,
         count(*) filter (where outcome = 'PENDING' or revert_outcome = 'PENDING')::int as pending,
         count(*) filter (where outcome = 'APPLIED' and revert_outcome is distinct from 'REVERTED')::int as applied,
         count(*) filter (where outcome = 'SKIPPED')::int as skipped, count(*) filter (where outcome = 'FAILED')::int as failed,
         count(*) filter (where revert_outcome = 'REVERTED')::int as reverted
       from batch_item where batch_id = any($1) group by batch_id`,
      [ids],
    );
    return inOrder(ids, rows, (row) => row.id).map((row) => row ?? none);
  };
}
