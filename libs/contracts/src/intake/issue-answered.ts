import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { domain, id, instant, issueNumber, round } from '../fields.ts';

export const issueAnswered = defineEvent({
  type: 'intake.issue.answered.v1',
  says: 'An answer was given on the spot; names the guidance that it rests on, where there is one.',
  aggregateId: (data) => data.issueId,
  department: (data) => data.domain,
  data: z.object({
    issueId: id,
    number: issueNumber,
    round,
    domain: domain.nullable(),
    guidanceId: id.nullable(),
    guidanceVersion: z.int().min(1).nullable(),
    answeredAt: instant,
    /** by when the firm is to be called back */
    callbackDueAt: instant.optional(),
  }),
});
