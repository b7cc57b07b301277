import { EntitySchema } from 'typeorm';
import type { Aggregate } from '@qifutong/persistence/change';
import type { UrgingNotice } from './domain/urge.ts';
import { reject } from './domain/rejections.ts';

export const UrgingNoticeTable = new EntitySchema<UrgingNotice>({
  name: 'urging_notice',
  columns: {
    id: { type: 'uuid', primary: true },
    version: { type: 'int' },
    number: { type: 'text' },
    taskId: { type: 'uuid' },
    taskForceCode: { type: 'text' },
    clock: { type: 'text' },
    ordinal: { type: 'int' },
    dueAt: { type: 'timestamptz', precision: 3 },
    issuedAt: { type: 'timestamptz', precision: 3 },
  },
});

export const urgingNotices: Aggregate<UrgingNotice> = {
  table: UrgingNoticeTable,
  key: 'id',
  notFound: () => reject('TASK_NOT_FOUND'),
};
