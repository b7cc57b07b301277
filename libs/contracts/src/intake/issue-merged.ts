import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { domain, id, instant, issueNumber, round } from '../fields.ts';

export const issueMerged = defineEvent({
  type: 'intake.issue.merged.v1',
  says: 'An issue was merged into another of the same firm; a task that it had is cancelled.',
  aggregateId: (data) => data.issueId,
  department: (data) => data.domain,
  data: z.object({
    issueId: id,
    number: issueNumber,
    round,
    domain: domain.nullable(),
    intoIssueId: id,
    mergedAt: instant,
  }),
});
