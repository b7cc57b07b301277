import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { creditCode, id, instant, townCode } from '../fields.ts';

export const orderWithdrawn = defineEvent({
  type: 'inspection.order.withdrawn.v1',
  says: 'A rectification order is withdrawn: its inspection does not count any more.',
  aggregateId: (data) => data.orderId,
  data: z.object({
    orderId: id,
    number: z.string(),
    firmCreditCode: creditCode,
    townCode: townCode.nullable(),
    inspectionId: id,
    withdrawnAt: instant,
  }),
});
