import { EntitySchema } from 'typeorm';
import type { Inspector, InspectorConflict } from './domain/inspector.ts';

export const InspectorTable = new EntitySchema<Inspector>({
  name: 'inspector',
  columns: {
    sub: { type: 'text', primary: true },
    name: { type: 'text' },
    townCode: { type: 'text', nullable: true },
    active: { type: 'boolean' },
  },
});

export const InspectorConflictTable = new EntitySchema<InspectorConflict>({
  name: 'inspector_conflict',
  columns: {
    sub: { type: 'text', primary: true },
    creditCode: { type: 'text', primary: true },
    declaredAt: { type: 'timestamptz', precision: 3 },
    declaredBy: { type: 'text' },
  },
});
