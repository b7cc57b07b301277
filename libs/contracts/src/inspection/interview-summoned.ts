import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { creditCode, id, instant, townCode } from '../fields.ts';

export const interviewSummoned = defineEvent({
  type: 'inspection.interview.summoned.v1',
  says: 'A firm is summoned to an interview (约谈).',
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
    summonedAt: instant,
  }),
});
