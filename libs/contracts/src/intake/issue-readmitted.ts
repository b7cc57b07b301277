import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { closedStatus, domain, id, instant, issueNumber, round } from '../fields.ts';

export const issueReadmitted = defineEvent({
  type: 'intake.issue.readmitted.v1',
  says: 'An issue that was closed is open again: a written-off or rejected one reopened by an analyst in a new round, or a merged one taken out again.',
  aggregateId: (data) => data.issueId,
  department: (data) => data.domain,
  data: z.object({
    issueId: id,
    number: issueNumber,
    round,
    domain: domain.nullable(),
    formerStatus: closedStatus,
    status: z.string(),
    readmittedAt: instant,
    /** by when the firm is to be called back, where it is */
    callbackDueAt: instant.optional(),
  }),
});
