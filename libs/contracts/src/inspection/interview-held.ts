import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { creditCode, id, instant, townCode } from '../fields.ts';

export const interviewHeld = defineEvent({
  type: 'inspection.interview.held.v1',
  says: 'An interview was held; what was said stays in the register.',
  aggregateId: (data) => data.interviewId,
  data: z.object({
    interviewId: id,
    number: z.string(),
    firmCreditCode: creditCode,
    townCode: townCode.nullable(),
    /** the inspection that made the firm red; null when a refused shutdown did */
    inspectionId: id.nullable(),
    shutdownId: id.nullable(),
    heldAt: instant,
    /** after its time limit */
    late: z.boolean(),
  }),
});
