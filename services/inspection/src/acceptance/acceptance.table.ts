import type { Aggregate } from '@qifutong/persistence/change';
import { EntitySchema } from 'typeorm';
import type { Acceptance } from './domain/acceptance.ts';
import { reject } from './domain/rejections.ts';

export const AcceptanceTable = new EntitySchema<Acceptance>({
  name: 'acceptance',
  columns: {
    id: { type: 'uuid', primary: true },
    version: { type: 'int' },
    number: { type: 'text', unique: true },
    creditCode: { type: 'text' },
    townCode: { type: 'text', nullable: true },
    issuedAt: { type: 'timestamptz', precision: 3 },
    kind: { type: 'text' },
    shutdownId: { type: 'uuid', nullable: true },
    status: { type: 'text' },
    appliedBy: { type: 'text' },
    inspectionId: { type: 'uuid', nullable: true },
    decidedAt: { type: 'timestamptz', precision: 3, nullable: true },
    decidedBy: { type: 'text', nullable: true },
    decidedByName: { type: 'text', nullable: true },
    reason: { type: 'text', nullable: true },
    withdrawnAt: { type: 'timestamptz', precision: 3, nullable: true },
    lapsedAt: { type: 'timestamptz', precision: 3, nullable: true },
  },
});

export const acceptances: Aggregate<Acceptance> = {
  table: AcceptanceTable,
  key: 'id',
  notFound: () => reject('ACCEPTANCE_NOT_FOUND', { field: 'id' }),
};
