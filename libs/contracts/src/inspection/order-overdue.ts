import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { creditCode, id, instant, townCode } from '../fields.ts';

export const orderOverdue = defineEvent({
  type: 'inspection.order.overdue.v1',
  says: 'A rectification order was not fulfilled by its date; told once, with the true due time even when noticed late.',
  aggregateId: (data) => data.orderId,
  data: z.object({
    orderId: id,
    number: z.string(),
    firmCreditCode: creditCode,
    townCode: townCode.nullable(),
    inspectionId: id,
    dueAt: instant,
    noticedAt: instant,
  }),
});
