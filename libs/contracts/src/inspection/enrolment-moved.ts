import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { creditCode, instant, person, townCode } from '../fields.ts';

export const enrolmentMoved = defineEvent({
  type: 'inspection.enrolment.moved.v1',
  says: 'A firm that is inspected is of another town than was known; what was taken of it before keeps the town of its time. By nobody: the register of firms says so.',
  aggregateId: (data) => data.firmCreditCode,
  data: z.object({
    firmCreditCode: creditCode,
    formerTownCode: townCode.nullable(),
    townCode,
    movedBy: person.nullable(),
    movedAt: instant,
  }),
});
