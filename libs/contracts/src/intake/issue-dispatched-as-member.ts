import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { domain, id, instant, issueNumber, round } from '../fields.ts';

export const issueDispatchedAsMember = defineEvent({
  type: 'intake.issue.dispatched-as-member.v1',
  says: 'The common issue of an issue that nothing settles yet was sent to the task forces: its one task is that of the issue too.',
  aggregateId: (data) => data.issueId,
  department: (data) => data.domain,
  data: z.object({
    issueId: id,
    number: issueNumber,
    round,
    domain,
    commonIssueId: id,
    dispatchedAt: instant,
  }),
});
