import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { creditCode, domain, id, instant, issueNumber, nature, person, round, townCode, urgency } from '../fields.ts';

export const issueDispatched = defineEvent({
  type: 'intake.issue.dispatched.v1',
  says: 'An analyst sent an issue to the task forces; in each round once, and again where a merging that had cancelled its task is undone.',
  aggregateId: (data) => data.issueId,
  department: (data) => data.domain,
  data: z.object({
    issueId: id,
    number: issueNumber,
    round,
    nature,
    domain,
    urgency,
    firmCreditCode: creditCode.nullable(),
    townCode: townCode.nullable(),
    registeredAt: instant,
    dispatchedAt: instant,
    dispatchedBy: person,
  }),
});
