import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { creditCode, id, instant, person, townCode } from '../fields.ts';

export const appealDecided = defineEvent({
  type: 'inspection.appeal.decided.v1',
  says: 'An appeal was decided; upheld, its inspection is void.',
  aggregateId: (data) => data.appealId,
  data: z.object({
    appealId: id,
    number: z.string(),
    firmCreditCode: creditCode,
    townCode: townCode.nullable(),
    inspectionId: id,
    upheld: z.boolean(),
    decidedBy: person,
    decidedAt: instant,
  }),
});
