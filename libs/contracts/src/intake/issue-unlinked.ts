import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { domain, id, instant, issueNumber, round } from '../fields.ts';

export const issueUnlinked = defineEvent({
  type: 'intake.issue.unlinked.v1',
  says: 'An issue was taken out of its common issue.',
  aggregateId: (data) => data.issueId,
  department: (data) => data.domain,
  data: z.object({
    issueId: id,
    number: issueNumber,
    round,
    domain: domain.nullable(),
    commonIssueId: id,
    unlinkedAt: instant,
  }),
});
