import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { creditCode, id, instant, townCode } from '../fields.ts';

export const orderIssued = defineEvent({
  type: 'inspection.order.issued.v1',
  says: 'A rectification order (整改单) lists what a failed inspection found, and until when it is to be mended.',
  aggregateId: (data) => data.orderId,
  data: z.object({
    orderId: id,
    number: z.string(),
    firmCreditCode: creditCode,
    townCode: townCode.nullable(),
    inspectionId: id,
    /** codes of the rules that are to be mended */
    unmet: z.array(z.string()),
    tooManyNotApplicable: z.boolean(),
    dueAt: instant,
    issuedAt: instant,
  }),
});
