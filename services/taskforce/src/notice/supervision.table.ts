import type { Aggregate } from '@qifutong/persistence/change';
import { EntitySchema } from 'typeorm';
import { reject } from './domain/rejections.ts';
import type { Supervision } from './domain/supervision.ts';

export const SupervisionTable = new EntitySchema<Supervision>({
  name: 'supervision',
  columns: {
    id: { type: 'uuid', primary: true },
    version: { type: 'int' },
    number: { type: 'text' },
    taskId: { type: 'uuid' },
    taskForceCode: { type: 'text' },
    about: { type: 'text' },
    domain: { type: 'text' },
    townCode: { type: 'text', nullable: true },
    urgingNoticeId: { type: 'uuid', nullable: true },
    reason: { type: 'text' },
    commander: { type: 'text', nullable: true },
    commanderName: { type: 'text' },
    openedAt: { type: 'timestamptz', precision: 3 },
    openedBy: { type: 'text', nullable: true },
    acknowledgedAt: { type: 'timestamptz', precision: 3, nullable: true },
    acknowledgedBy: { type: 'text', nullable: true },
    acknowledgedByName: { type: 'text', nullable: true },
    liftedAt: { type: 'timestamptz', precision: 3, nullable: true },
    liftedBy: { type: 'text', nullable: true },
    liftedByName: { type: 'text', nullable: true },
    conclusion: { type: 'text', nullable: true },
  },
});

export const supervisions: Aggregate<Supervision> = {
  table: SupervisionTable,
  key: 'id',
  notFound: () => reject('SUPERVISION_NOT_FOUND', { field: 'supervisionId' }),
};
