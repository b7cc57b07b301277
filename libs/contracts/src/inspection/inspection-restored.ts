import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { creditCode, id, instant, townCode } from '../fields.ts';

export const inspectionRestored = defineEvent({
  type: 'inspection.inspection.restored.v1',
  says: 'A result that had been voided counts again.',
  aggregateId: (data) => data.inspectionId,
  data: z.object({ inspectionId: id, firmCreditCode: creditCode, townCode: townCode.nullable(), restoredAt: instant }),
});
