import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { creditCode, id, instant, townCode } from '../fields.ts';

export const orderReopened = defineEvent({
  type: 'inspection.order.reopened.v1',
  says: 'What had fulfilled or withdrawn a rectification order does not hold any more: it is open again.',
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
    reopenedAt: instant,
  }),
});
