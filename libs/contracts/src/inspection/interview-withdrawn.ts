import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { creditCode, id, instant, townCode } from '../fields.ts';

export const interviewWithdrawn = defineEvent({
  type: 'inspection.interview.withdrawn.v1',
  says: "An interview does not follow from the firm's history any more.",
  aggregateId: (data) => data.interviewId,
  data: z.object({
    interviewId: id,
    number: z.string(),
    firmCreditCode: creditCode,
    townCode: townCode.nullable(),
    /** the inspection that made the firm red; null when a refused shutdown did */
    inspectionId: id.nullable(),
    shutdownId: id.nullable(),
    withdrawnAt: instant,
  }),
});
