import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { domain, id, instant, issueNumber, round } from '../fields.ts';

export const issueWrittenOff = defineEvent({
  type: 'intake.issue.written-off.v1',
  says: 'The issue is struck off: the firm called it settled, or (`unreached`) could not be reached; the callback is then the last attempt.',
  aggregateId: (data) => data.issueId,
  department: (data) => data.domain,
  data: z.object({
    issueId: id,
    number: issueNumber,
    round,
    domain: domain.nullable(),
    callbackId: id,
    writtenOffAt: instant,
    unreached: z.boolean().optional(),
  }),
});
