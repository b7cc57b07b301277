import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { creditCode, id, instant, townCode } from '../fields.ts';

export const inspectionSubmitted = defineEvent({
  type: 'inspection.inspection.submitted.v1',
  says: 'One check of one firm against the rulebook was delivered; possibly hours after it was performed.',
  aggregateId: (data) => data.inspectionId,
  data: z.object({
    inspectionId: id,
    firmCreditCode: creditCode,
    townCode: townCode.nullable(),
    rulebookVersion: z.int(),
    performedAt: instant,
    receivedAt: instant,
    unmet: z.array(z.string()),
    passed: z.boolean(),
  }),
});
