import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { count, countyDate, id, instant } from '../fields.ts';

export const retentionCarriedOut = defineEvent({
  type: 'intake.retention.carried-out.v1',
  says: 'What had been kept for as long as the policy says is gone for good: names and numbers of reporters, or items that became no issue.',
  aggregateId: (data) => data.day,
  data: z.object({
    /** the closed day at whose end it was due */
    day: countyDate,
    kind: z.enum(['REPORTER_CONTACT', 'PUBLIC_OPINION_ITEM']),
    policyVersion: z.int().min(1),
    /** of reporters, or of items */
    count,
    /** whose reporters they were */
    issueIds: z.array(id),
    /** the items, by the ids that they had */
    callIds: z.array(id),
    carriedOutAt: instant,
  }),
});
