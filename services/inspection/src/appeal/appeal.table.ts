import type { Aggregate } from '@qifutong/persistence/change';
import { EntitySchema } from 'typeorm';
import type { Appeal } from './domain/appeal.ts';
import { reject } from './domain/rejections.ts';

export const AppealTable = new EntitySchema<Appeal>({
  name: 'appeal',
  columns: {
    id: { type: 'uuid', primary: true },
    version: { type: 'int' },
    number: { type: 'text', unique: true },
    creditCode: { type: 'text' },
    townCode: { type: 'text', nullable: true },
    issuedAt: { type: 'timestamptz', precision: 3 },
    inspectionId: { type: 'uuid', unique: true },
    status: { type: 'text' },
    grounds: { type: 'text' },
    lodgedBy: { type: 'text' },
    decidedAt: { type: 'timestamptz', precision: 3, nullable: true },
    decidedBy: { type: 'text', nullable: true },
    decidedByName: { type: 'text', nullable: true },
    reason: { type: 'text', nullable: true },
  },
});

export const appeals: Aggregate<Appeal> = {
  table: AppealTable,
  key: 'id',
  notFound: () => reject('APPEAL_NOT_FOUND', { field: 'id' }),
};
