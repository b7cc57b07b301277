import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { commonIssueNumber, domain, id, instant } from '../fields.ts';

export const commonIssueClosed = defineEvent({
  type: 'intake.common-issue.closed.v1',
  says: 'All issues of a common issue are written off.',
  aggregateId: (data) => data.commonIssueId,
  department: (data) => data.domain,
  data: z.object({
    commonIssueId: id,
    commonIssueNumber,
    domain,
    closedAt: instant,
  }),
});
