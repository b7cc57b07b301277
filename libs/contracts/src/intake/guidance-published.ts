import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { day, domain, id, instant } from '../fields.ts';

export const guidancePublished = defineEvent({
  type: 'intake.guidance.published.v1',
  says: 'A version of a guidance was published; it supersedes the one before it.',
  aggregateId: (data) => data.guidanceId,
  department: (data) => data.domain,
  data: z.object({
    guidanceId: id,
    guidanceVersion: z.int().min(1),
    domain,
    commonIssueId: id.nullable(),
    effectiveFrom: day,
    effectiveTo: day.nullable(),
    publishedAt: instant,
  }),
});
