import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { domain, id, instant, issueNumber, round } from '../fields.ts';

export const issueLinked = defineEvent({
  type: 'intake.issue.linked.v1',
  says: 'An issue became a member of a common issue; a task of its own is cancelled.',
  aggregateId: (data) => data.issueId,
  department: (data) => data.domain,
  data: z.object({
    issueId: id,
    number: issueNumber,
    round,
    domain: domain.nullable(),
    commonIssueId: id,
    linkedAt: instant,
    commonIssueState: z.string().optional(),
  }),
});
