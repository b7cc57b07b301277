import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { creditCode, id, instant, townCode } from '../fields.ts';

export const inspectionVoided = defineEvent({
  type: 'inspection.inspection.voided.v1',
  says: 'A result was taken out of the history of a firm: an appeal against it was upheld.',
  aggregateId: (data) => data.inspectionId,
  data: z.object({ inspectionId: id, firmCreditCode: creditCode, townCode: townCode.nullable(), voidedAt: instant }),
});
