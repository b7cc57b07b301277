import type { Aggregate } from '@qifutong/persistence/change';
import { EntitySchema } from 'typeorm';
import { reject } from './domain/rejections.ts';
import type { UrgingNotice } from './domain/urging-notice.ts';

export const UrgingNoticeTable = new EntitySchema<UrgingNotice>({
  name: 'urging_notice',
  columns: {
    id: { type: 'uuid', primary: true },
    version: { type: 'int' },
    number: { type: 'text' },
    taskId: { type: 'uuid', nullable: true },
    taskForceCode: { type: 'text', nullable: true },
    centreClockId: { type: 'uuid', nullable: true },
    interviewId: { type: 'uuid', nullable: true },
    commander: { type: 'text', nullable: true },
    commanderName: { type: 'text', nullable: true },
    about: { type: 'text' },
    domain: { type: 'text', nullable: true },
    townCode: { type: 'text', nullable: true },
    clock: { type: 'text', nullable: true },
    ordinal: { type: 'int', nullable: true },
    dueAt: { type: 'timestamptz', precision: 3, nullable: true },
    issuedAt: { type: 'timestamptz', precision: 3 },
    urgedBy: { type: 'text', nullable: true },
    urgedByName: { type: 'text', nullable: true },
    reason: { type: 'text', nullable: true },
    acknowledgedAt: { type: 'timestamptz', precision: 3, nullable: true },
    acknowledgedBy: { type: 'text', nullable: true },
    acknowledgedByName: { type: 'text', nullable: true },
    repliedAt: { type: 'timestamptz', precision: 3, nullable: true },
    repliedBy: { type: 'text', nullable: true },
    repliedByName: { type: 'text', nullable: true },
    replyReason: { type: 'text', nullable: true },
    promisedAt: { type: 'timestamptz', precision: 3, nullable: true },
  },
});

export const urgingNotices: Aggregate<UrgingNotice> = {
  table: UrgingNoticeTable,
  key: 'id',
  notFound: () => reject('NOTICE_NOT_FOUND', { field: 'noticeId' }),
};
