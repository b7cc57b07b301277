import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { domain, id, instant, person } from '../fields.ts';

export const supervisionAcknowledged = defineEvent({
  type: 'taskforce.supervision.acknowledged.v1',
  says: 'The task force has seen that its task is supervised (督办签收).',
  aggregateId: (data) => data.supervisionId,
  department: (data) => data.domain,
  data: z.object({
    supervisionId: id,
    /** `督20200215-0001` */
    number: z.string(),
    taskId: id,
    domain,
    taskForce: z.string(),
    acknowledgedBy: person,
    acknowledgedAt: instant,
  }),
});
