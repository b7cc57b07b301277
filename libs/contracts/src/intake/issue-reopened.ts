import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { domain, id, instant, issueNumber, round } from '../fields.ts';

export const issueReopened = defineEvent({
  type: 'intake.issue.reopened.v1',
  says: 'The firm said that it is not settled; a new round begins. `round` is the new one.',
  aggregateId: (data) => data.issueId,
  department: (data) => data.domain,
  data: z.object({
    issueId: id,
    number: issueNumber,
    round,
    domain: domain.nullable(),
    callbackId: id,
    reopenedAt: instant,
  }),
});
