import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { commonIssueNumber, domain, id, instant } from '../fields.ts';

export const commonIssueConfirmed = defineEvent({
  type: 'intake.common-issue.confirmed.v1',
  says: 'An analyst confirmed a common issue.',
  aggregateId: (data) => data.commonIssueId,
  department: (data) => data.domain,
  data: z.object({
    commonIssueId: id,
    commonIssueNumber,
    domain,
    confirmedAt: instant,
  }),
});
