import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { commonIssueNumber, domain, id, instant, person, urgency } from '../fields.ts';

export const commonIssueDispatched = defineEvent({
  type: 'intake.common-issue.dispatched.v1',
  says: 'A common issue was sent to the task forces: one task for all its members.',
  aggregateId: (data) => data.commonIssueId,
  department: (data) => data.domain,
  data: z.object({
    commonIssueId: id,
    commonIssueNumber,
    domain,
    urgency,
    registeredAt: instant,
    dispatchedAt: instant,
    dispatchedBy: person,
  }),
});
