import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { creditCode, instant, person, townCode } from '../fields.ts';

export const enrolmentMade = defineEvent({
  type: 'inspection.enrolment.made.v1',
  says: 'A firm was put on the list of those that are inspected; at first resumption until its acceptance is decided.',
  aggregateId: (data) => data.firmCreditCode,
  data: z.object({
    firmCreditCode: creditCode,
    townCode: townCode.nullable(),
    enrolledAt: instant,
    enrolledBy: person,
  }),
});
