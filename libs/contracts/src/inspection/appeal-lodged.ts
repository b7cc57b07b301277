import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { creditCode, id, instant, townCode } from '../fields.ts';

export const appealLodged = defineEvent({
  type: 'inspection.appeal.lodged.v1',
  says: 'A firm appealed an inspection.',
  aggregateId: (data) => data.appealId,
  data: z.object({
    appealId: id,
    number: z.string(),
    firmCreditCode: creditCode,
    townCode: townCode.nullable(),
    inspectionId: id,
    lodgedAt: instant,
  }),
});
