import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { domain, id, instant, issueNumber, nature, person, round, townCode, urgency } from '../fields.ts';

export const issueTriaged = defineEvent({
  type: 'intake.issue.triaged.v1',
  says: 'It was decided what an issue is about and how urgent it is; told again only where that is something else. What is dispatched is in `issue.dispatched`.',
  aggregateId: (data) => data.issueId,
  department: (data) => data.domain,
  data: z.object({
    issueId: id,
    number: issueNumber,
    round,
    nature,
    domain,
    urgency,
    townCode: townCode.nullable(),
    triagedAt: instant,
    triagedBy: person,
  }),
});
