import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { creditCode, id, instant, person, townCode } from '../fields.ts';

export const shutdownSigned = defineEvent({
  type: 'inspection.shutdown.signed.v1',
  says: 'A commander signed a shutdown order: it is in force.',
  aggregateId: (data) => data.shutdownId,
  data: z.object({
    shutdownId: id,
    number: z.string(),
    firmCreditCode: creditCode,
    townCode: townCode.nullable(),
    /** the inspection that found the firm still not mended */
    inspectionId: id,
    signedBy: person,
    signedAt: instant,
  }),
});
