import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { commonIssueNumber, domain, id, instant } from '../fields.ts';

export const commonIssueDeclined = defineEvent({
  type: 'intake.common-issue.declined.v1',
  says: 'An analyst declined a proposal; it is not made again for the same members.',
  aggregateId: (data) => data.commonIssueId,
  department: (data) => data.domain,
  data: z.object({
    commonIssueId: id,
    commonIssueNumber,
    domain,
    declinedAt: instant,
  }),
});
