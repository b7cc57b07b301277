import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { creditCode, firmSize, industry, instant, townCode } from '../fields.ts';

export const firmRegistered = defineEvent({
  type: 'intake.firm.registered.v1',
  says: 'A firm was entered into the register of firms.',
  aggregateId: (data) => data.firmCreditCode,
  data: z.object({
    firmCreditCode: creditCode,
    townCode,
    industry: industry.nullable(),
    size: firmSize.nullable(),
    registeredAt: instant,
  }),
});
