import type { Aggregate } from '@qifutong/persistence/change';
import { EntitySchema } from 'typeorm';
import type { IssuedDocument } from './domain/document.ts';
import { reject } from './domain/rejections.ts';

export const DocumentTable = new EntitySchema<IssuedDocument>({
  name: 'document',
  columns: {
    number: { type: 'text', primary: true },
    version: { type: 'int', default: 0 },
    creditCode: { type: 'text' },
    issuedAt: { type: 'timestamptz', precision: 3 },
    acknowledgedAt: { type: 'timestamptz', precision: 3, nullable: true },
    acknowledgedBy: { type: 'text', nullable: true },
  },
});

export const documents: Aggregate<IssuedDocument> = {
  table: DocumentTable,
  key: 'number',
  notFound: () => reject('DOCUMENT_NOT_FOUND', { field: 'number' }),
};
