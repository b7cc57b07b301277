import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { creditCode, id, instant, townCode } from '../fields.ts';

export const orderFulfilled = defineEvent({
  type: 'inspection.order.fulfilled.v1',
  says: 'Every finding of a rectification order is met by later inspections.',
  aggregateId: (data) => data.orderId,
  data: z.object({
    orderId: id,
    number: z.string(),
    firmCreditCode: creditCode,
    townCode: townCode.nullable(),
    inspectionId: id,
    /** when the inspection was performed that met the last of them */
    fulfilledAt: instant,
    /** after it was due */
    late: z.boolean(),
  }),
});
