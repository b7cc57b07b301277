import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { creditCode, id, instant, townCode } from '../fields.ts';

export const shutdownWithdrawn = defineEvent({
  type: 'inspection.shutdown.withdrawn.v1',
  says: "A shutdown order does not follow from the firm's history any more.",
  aggregateId: (data) => data.shutdownId,
  data: z.object({
    shutdownId: id,
    number: z.string(),
    firmCreditCode: creditCode,
    townCode: townCode.nullable(),
    /** the inspection that found the firm still not mended */
    inspectionId: id,
    /** it had been signed */
    wasInForce: z.boolean(),
    withdrawnAt: instant,
  }),
});
