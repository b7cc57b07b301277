import { EntitySchema } from 'typeorm';
import type { Enrolment } from './domain/enrolment.ts';

export const EnrolmentTable = new EntitySchema<Enrolment>({
  name: 'enrolment',
  columns: {
    creditCode: { type: 'text', primary: true },
    townCode: { type: 'text', nullable: true },
    enrolledAt: { type: 'timestamptz', precision: 3 },
    enrolledBy: { type: 'text' },
    provisionalFor: { type: 'uuid', nullable: true },
  },
});
