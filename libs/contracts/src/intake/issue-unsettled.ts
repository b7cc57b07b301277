import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { domain, id, instant, issueNumber, round } from '../fields.ts';

export const issueUnsettled = defineEvent({
  type: 'intake.issue.unsettled.v1',
  says: 'A batch was reverted: an issue that it had solved is where it was before.',
  aggregateId: (data) => data.issueId,
  department: (data) => data.domain,
  data: z.object({
    issueId: id,
    number: issueNumber,
    round,
    domain,
    batchId: id,
    status: z.string(),
    unsettledAt: instant,
  }),
});
