import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { domain, id, instant, person } from '../fields.ts';

export const urgingAcknowledged = defineEvent({
  type: 'taskforce.urging.acknowledged.v1',
  says: 'The addressee of an urging notice (催办单) has seen it (签收).',
  aggregateId: (data) => data.urgingNoticeId,
  department: (data) => data.domain,
  data: z.object({
    urgingNoticeId: id,
    number: z.string(),
    /** null where the centre was urged for one of its own clocks, or for an interview; not where it was for a returned task */
    taskId: id.nullable(),
    domain: domain.nullable(),
    /** null where it is the centre that was urged */
    taskForce: z.string().nullable(),
    acknowledgedBy: person,
    acknowledgedAt: instant,
  }),
});
