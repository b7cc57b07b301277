import type { Aggregate } from '@qifutong/persistence/change';
import { EntitySchema } from 'typeorm';
import type { Enrolment } from './domain/enrolment.ts';
import { reject } from './domain/rejections.ts';

export const EnrolmentTable = new EntitySchema<Enrolment>({
  name: 'enrolment',
  columns: {
    creditCode: { type: 'text', primary: true },
    version: { type: 'int', default: 0 },
    townCode: { type: 'text', nullable: true },
    enrolledAt: { type: 'timestamptz', precision: 3 },
    enrolledBy: { type: 'text' },
    provisionalFor: { type: 'uuid', nullable: true },
  },
});

export const enrolments: Aggregate<Enrolment> = {
  table: EnrolmentTable,
  key: 'creditCode',
  notFound: () => reject('ENROLMENT_NOT_FOUND', { field: 'creditCode' }),
};
