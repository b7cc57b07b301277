import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { domain, id, instant, person, round } from '../fields.ts';

export const urgingIssuedByHand = defineEvent({
  type: 'taskforce.urging.issued-by-hand.v1',
  says: 'The centre issued an urging notice (催办单) to a task force by hand, whatever its clocks say.',
  aggregateId: (data) => data.urgingNoticeId,
  department: (data) => data.domain,
  data: z.object({
    urgingNoticeId: id,
    /** `催20200215-0007` */
    number: z.string(),
    taskId: id,
    issueId: id.nullable(),
    commonIssueId: id.nullable(),
    round,
    domain,
    taskForce: z.string(),
    urgedBy: person,
    issuedAt: instant,
  }),
});
