import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { commonIssueNumber, domain, id, instant } from '../fields.ts';

export const commonIssueProposed = defineEvent({
  type: 'intake.common-issue.proposed.v1',
  says: 'Issues of several firms are alike: a common issue is proposed.',
  aggregateId: (data) => data.commonIssueId,
  department: (data) => data.domain,
  data: z.object({
    commonIssueId: id,
    commonIssueNumber,
    domain,
    origin: z.string(),
    proposedAt: instant,
  }),
});
