import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { creditCode, firmSize, industry, instant, townCode } from '../fields.ts';

export const firmChanged = defineEvent({
  type: 'intake.firm.changed.v1',
  says: 'What the register says of a firm was changed; the fields say what holds now. Its name and address are asked of the graph.',
  aggregateId: (data) => data.firmCreditCode,
  data: z.object({
    firmCreditCode: creditCode,
    townCode,
    industry: industry.nullable(),
    size: firmSize.nullable(),
    changedAt: instant,
  }),
});
