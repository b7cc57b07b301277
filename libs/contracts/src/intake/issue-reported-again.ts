import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { channel, domain, id, instant, issueNumber } from '../fields.ts';

export const issueReportedAgain = defineEvent({
  type: 'intake.issue.reported-again.v1',
  says: 'The firm came back to an open issue: another report was added to it.',
  aggregateId: (data) => data.issueId,
  department: (data) => data.domain,
  data: z.object({
    issueId: id,
    number: issueNumber,
    reportId: id,
    domain: domain.nullable(),
    channel,
    reportedAt: instant,
  }),
});
