import type { Aggregate } from '@qifutong/persistence/change';
import { EntitySchema } from 'typeorm';
import type { Batch, BatchItem } from './domain/batch.ts';
import { reject } from './domain/rejections.ts';

const instant = { type: 'timestamptz', precision: 3 } as const;
const maybe = { type: 'text', nullable: true } as const;

export const BatchTable = new EntitySchema<Batch>({
  name: 'batch',
  columns: {
    id: { type: 'uuid', primary: true },
    version: { type: 'int' },
    state: { type: 'text' },
    guidanceId: { type: 'uuid' },
    guidanceVersion: { type: 'int' },
    commonIssueId: { type: 'uuid', nullable: true },
    policyVersion: { type: 'int' },
    previewedAt: instant,
    previewedBy: { type: 'text' },
    confirmedAt: { ...instant, nullable: true },
    confirmedBy: maybe,
    appliedAt: { ...instant, nullable: true },
    revertedAt: { ...instant, nullable: true },
    revertedBy: maybe,
    revertedBecause: maybe,
  },
});

export const BatchItemTable = new EntitySchema<BatchItem>({
  name: 'batch_item',
  columns: {
    id: { type: 'uuid', primary: true },
    batchId: { type: 'uuid' },
    issueId: { type: 'uuid' },
    byHand: { type: 'boolean' },
    verdict: { type: 'text' },
    verdictBecause: maybe,
    outcome: maybe,
    outcomeBecause: maybe,
    outcomeAt: { ...instant, nullable: true },
    confirmedBy: maybe,
    before: { type: 'jsonb', nullable: true },
    revertOutcome: maybe,
    revertBecause: maybe,
    revertedAt: { ...instant, nullable: true },
  },
});

export const batches: Aggregate<Batch> = {
  table: BatchTable,
  key: 'id',
  notFound: () => reject('BATCH_NOT_FOUND', { field: 'batchId' }),
};
