import { EntitySchema } from 'typeorm';
import type { IssuedDocument } from './domain/document.ts';

export const DocumentTable = new EntitySchema<IssuedDocument>({
  name: 'document',
  columns: {
    number: { type: 'text', primary: true },
    creditCode: { type: 'text' },
    issuedAt: { type: 'timestamptz', precision: 3 },
    acknowledgedAt: { type: 'timestamptz', precision: 3, nullable: true },
    acknowledgedBy: { type: 'text', nullable: true },
  },
});
