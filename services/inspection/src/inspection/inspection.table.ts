import type { Aggregate } from '@qifutong/persistence/change';
import { EntitySchema } from 'typeorm';
import type { Inspection } from './domain/inspection.ts';
import { reject } from './domain/rejections.ts';

export const InspectionTable = new EntitySchema<Inspection>({
  name: 'inspection',
  columns: {
    id: { type: 'uuid', primary: true },
    version: { type: 'int' },
    creditCode: { type: 'text' },
    townCode: { type: 'text', nullable: true },
    rulebookVersion: { type: 'int' },
    performedAt: { type: 'timestamptz', precision: 3 },
    receivedAt: { type: 'timestamptz', precision: 3 },
    inspectors: { type: 'text', array: true },
    results: { type: 'jsonb' },
    passed: { type: 'boolean' },
    voidedAt: { type: 'timestamptz', precision: 3, nullable: true },
  },
});

export const inspections: Aggregate<Inspection> = {
  table: InspectionTable,
  key: 'id',
  notFound: () => reject('INSPECTION_NOT_FOUND', { field: 'inspectionId' }),
};
