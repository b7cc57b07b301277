import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { creditCode, id, instant, person, townCode } from '../fields.ts';

export const shutdownRefused = defineEvent({
  type: 'inspection.shutdown.refused.v1',
  says: 'A commander refused to shut a firm; a new interview is due.',
  aggregateId: (data) => data.shutdownId,
  data: z.object({
    shutdownId: id,
    number: z.string(),
    firmCreditCode: creditCode,
    townCode: townCode.nullable(),
    /** the inspection that found the firm still not mended */
    inspectionId: id,
    refusedBy: person,
    refusedAt: instant,
  }),
});
