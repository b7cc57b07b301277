import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { creditCode, instant, person, townCode } from '../fields.ts';

export const enrolmentConfirmed = defineEvent({
  type: 'inspection.enrolment.confirmed.v1',
  says: 'A firm that was enrolled until its acceptance is decided was enrolled for good by its approval.',
  aggregateId: (data) => data.firmCreditCode,
  data: z.object({
    firmCreditCode: creditCode,
    townCode: townCode.nullable(),
    confirmedBy: person,
    confirmedAt: instant,
  }),
});
