import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { commonIssueNumber, domain, id, instant, person } from '../fields.ts';

export const commonIssueSettled = defineEvent({
  type: 'intake.common-issue.settled.v1',
  says: 'The guidance that settles a common issue was published.',
  aggregateId: (data) => data.commonIssueId,
  department: (data) => data.domain,
  data: z.object({
    commonIssueId: id,
    commonIssueNumber,
    domain,
    guidanceId: id,
    guidanceVersion: z.int().min(1),
    settledAt: instant,
    settledBy: person,
  }),
});
