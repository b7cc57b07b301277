import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { creditCode, id, instant, townCode } from '../fields.ts';

export const shutdownCorrected = defineEvent({
  type: 'inspection.shutdown.corrected.v1',
  says: "The firm's history is another one: a shutdown order that was withdrawn or lifted stands again.",
  aggregateId: (data) => data.shutdownId,
  data: z.object({
    shutdownId: id,
    number: z.string(),
    firmCreditCode: creditCode,
    townCode: townCode.nullable(),
    /** the inspection that found the firm still not mended */
    inspectionId: id,
    shutdownStatus: z.enum(['DRAFTED', 'IN_FORCE', 'REFUSED']),
    correctedAt: instant,
  }),
});
