import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { domain, id, instant, issueNumber, round } from '../fields.ts';

export const issueLeftToBatch = defineEvent({
  type: 'intake.issue.left-to-batch.v1',
  says: 'The guidance that settles the common issue of an issue was published: the issue itself waits for the batch.',
  aggregateId: (data) => data.issueId,
  department: (data) => data.domain,
  data: z.object({
    issueId: id,
    number: issueNumber,
    round,
    domain: domain.nullable(),
    commonIssueId: id,
    leftAt: instant,
  }),
});
