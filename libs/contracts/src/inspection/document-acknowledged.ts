import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { creditCode, instant, person } from '../fields.ts';

export const documentAcknowledged = defineEvent({
  type: 'inspection.document.acknowledged.v1',
  says: 'The firm that a document is addressed to has it (签收), or the inspector who served it says so. Its number tells of which kind it is.',
  aggregateId: (data) => data.number,
  data: z.object({
    number: z.string(),
    firmCreditCode: creditCode,
    acknowledgedBy: person,
    acknowledgedAt: instant,
  }),
});
