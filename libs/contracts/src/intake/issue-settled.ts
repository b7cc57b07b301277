import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { domain, id, instant, issueNumber, round } from '../fields.ts';

export const issueSettled = defineEvent({
  type: 'intake.issue.settled.v1',
  says: 'A batch applied a guidance to an issue: it is solved, and to be called back.',
  aggregateId: (data) => data.issueId,
  department: (data) => data.domain,
  data: z.object({
    issueId: id,
    number: issueNumber,
    round,
    domain,
    guidanceId: id,
    guidanceVersion: z.int().min(1),
    batchId: id,
    settledAt: instant,
    /** by when the firm is to be called back */
    callbackDueAt: instant.optional(),
  }),
});
