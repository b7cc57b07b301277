import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { channel, creditCode, id, instant, issueNumber, townCode } from '../fields.ts';

export const issueRegistered = defineEvent({
  type: 'intake.issue.registered.v1',
  says: 'A report became an issue of the register.',
  aggregateId: (data) => data.issueId,
  data: z.object({
    issueId: id,
    number: issueNumber,
    reportId: id,
    channel,
    firmCreditCode: creditCode.nullable(),
    townCode: townCode.nullable(),
    registeredAt: instant,
    /** history that was loaded as of the day received; announced when it was loaded */
    loaded: z.boolean().optional(),
  }),
});
