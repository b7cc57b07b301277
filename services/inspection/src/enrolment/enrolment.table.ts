import { instant } from '@qifutong/contracts/fields';
import type { Aggregate } from '@qifutong/persistence/change';
import { EntitySchema } from 'typeorm';
import { z } from 'zod';
import type { Enrolment } from './domain/enrolment.ts';
import { reject } from './domain/rejections.ts';

const formerTowns = z.array(z.object({ townCode: z.string().nullable(), until: instant }));
const formerTownsAsJson = {
  to: (value: z.output<typeof formerTowns>) => formerTowns.encode(value),
  from: (value: unknown) => formerTowns.parse(value),
};

export const EnrolmentTable = new EntitySchema<Enrolment>({
  name: 'enrolment',
  columns: {
    creditCode: { type: 'text', primary: true },
    version: { type: 'int', default: 0 },
    townCode: { type: 'text', nullable: true },
    formerTowns: { type: 'jsonb', default: [], transformer: formerTownsAsJson },
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
