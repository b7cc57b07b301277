import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { creditCode, id, instant, townCode } from '../fields.ts';

export const shutdownLifted = defineEvent({
  type: 'inspection.shutdown.lifted.v1',
  says: 'An approved acceptance lifted a shutdown.',
  aggregateId: (data) => data.shutdownId,
  data: z.object({
    shutdownId: id,
    number: z.string(),
    firmCreditCode: creditCode,
    townCode: townCode.nullable(),
    /** the inspection that found the firm still not mended */
    inspectionId: id,
    acceptanceId: id,
    liftedAt: instant,
  }),
});
