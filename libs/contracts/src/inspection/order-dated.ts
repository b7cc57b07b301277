import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { creditCode, id, instant, townCode } from '../fields.ts';

export const orderDated = defineEvent({
  type: 'inspection.order.dated.v1',
  says: 'A rectification order was given a date of its own.',
  aggregateId: (data) => data.orderId,
  data: z.object({
    orderId: id,
    number: z.string(),
    firmCreditCode: creditCode,
    townCode: townCode.nullable(),
    inspectionId: id,
    dueAt: instant,
    changedAt: instant,
  }),
});
