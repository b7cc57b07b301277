import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { domain, id, instant, issueNumber, round } from '../fields.ts';

export const issueWrittenOff = defineEvent({
  type: 'intake.issue.written-off.v1',
  says: 'The firm was called back and called it settled; the issue is struck off.',
  aggregateId: (data) => data.issueId,
  department: (data) => data.domain,
  data: z.object({
    issueId: id,
    number: issueNumber,
    round,
    domain: domain.nullable(),
    callbackId: id,
    writtenOffAt: instant,
  }),
});
