import type { Aggregate } from '@qifutong/persistence/change';
import { EntitySchema } from 'typeorm';
import type { Inspector, InspectorConflict } from './domain/inspector.ts';
import { reject } from './domain/rejections.ts';

export const InspectorTable = new EntitySchema<Inspector>({
  name: 'inspector',
  columns: {
    sub: { type: 'text', primary: true },
    version: { type: 'int', default: 0 },
    name: { type: 'text' },
    townCode: { type: 'text', nullable: true },
    active: { type: 'boolean' },
  },
});

export const inspectors: Aggregate<Inspector> = {
  table: InspectorTable,
  key: 'sub',
  notFound: () => reject('INSPECTOR_NOT_FOUND', { field: 'sub' }),
};

export const InspectorConflictTable = new EntitySchema<InspectorConflict>({
  name: 'inspector_conflict',
  columns: {
    id: { type: 'uuid', primary: true },
    sub: { type: 'text' },
    creditCode: { type: 'text' },
    declaredAt: { type: 'timestamptz', precision: 3 },
    declaredBy: { type: 'text' },
    withdrawnAt: { type: 'timestamptz', precision: 3, nullable: true },
    withdrawnBy: { type: 'text', nullable: true },
  },
});
