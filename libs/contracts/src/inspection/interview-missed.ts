import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { creditCode, id, instant, townCode } from '../fields.ts';

export const interviewMissed = defineEvent({
  type: 'inspection.interview.missed.v1',
  says: 'The time limit of an interview passed without it; for the commander. It can still be held.',
  aggregateId: (data) => data.interviewId,
  data: z.object({
    interviewId: id,
    number: z.string(),
    firmCreditCode: creditCode,
    townCode: townCode.nullable(),
    /** the inspection that made the firm red; null when a refused shutdown did */
    inspectionId: id.nullable(),
    shutdownId: id.nullable(),
    dueAt: instant,
    noticedAt: instant,
  }),
});
