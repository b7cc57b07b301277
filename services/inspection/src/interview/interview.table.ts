import type { Aggregate } from '@qifutong/persistence/change';
import { EntitySchema } from 'typeorm';
import type { Interview } from './domain/interview.ts';
import { reject } from './domain/rejections.ts';

export const InterviewTable = new EntitySchema<Interview>({
  name: 'interview',
  columns: {
    id: { type: 'uuid', primary: true },
    version: { type: 'int' },
    number: { type: 'text', unique: true },
    creditCode: { type: 'text' },
    townCode: { type: 'text', nullable: true },
    issuedAt: { type: 'timestamptz', precision: 3 },
    inspectionId: { type: 'uuid', nullable: true },
    shutdownId: { type: 'uuid', nullable: true },
    causedAt: { type: 'timestamptz', precision: 3 },
    dueAt: { type: 'timestamptz', precision: 3 },
    status: { type: 'text' },
    missedAt: { type: 'timestamptz', precision: 3, nullable: true },
    heldAt: { type: 'timestamptz', precision: 3, nullable: true },
    heldBy: { type: 'text', nullable: true },
    attendees: { type: 'text', array: true, nullable: true },
    minutes: { type: 'text', nullable: true },
    commitments: { type: 'text', nullable: true },
    withdrawnAt: { type: 'timestamptz', precision: 3, nullable: true },
  },
});

export const interviews: Aggregate<Interview> = {
  table: InterviewTable,
  key: 'id',
  notFound: () => reject('INTERVIEW_NOT_FOUND', { field: 'interviewId' }),
};
