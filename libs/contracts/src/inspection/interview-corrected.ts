import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { creditCode, id, instant, townCode } from '../fields.ts';

export const interviewCorrected = defineEvent({
  type: 'inspection.interview.corrected.v1',
  says: "The firm's history is another one: an interview follows from something else, or follows again.",
  aggregateId: (data) => data.interviewId,
  data: z.object({
    interviewId: id,
    number: z.string(),
    firmCreditCode: creditCode,
    townCode: townCode.nullable(),
    /** the inspection that made the firm red; null when a refused shutdown did */
    inspectionId: id.nullable(),
    shutdownId: id.nullable(),
    interviewStatus: z.enum(['SUMMONED', 'MISSED', 'HELD']),
    dueAt: instant,
    correctedAt: instant,
  }),
});
