import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { domain, id, instant, issueNumber, rejectionReason, round } from '../fields.ts';

export const issueRejected = defineEvent({
  type: 'intake.issue.rejected.v1',
  says: 'An analyst rejected an issue, with a reason of the list.',
  aggregateId: (data) => data.issueId,
  department: (data) => data.domain,
  data: z.object({
    issueId: id,
    number: issueNumber,
    round,
    domain: domain.nullable(),
    reason: rejectionReason,
    rejectedAt: instant,
  }),
});
