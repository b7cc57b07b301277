import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { domain, id, instant, person } from '../fields.ts';

export const supervisionLifted = defineEvent({
  type: 'taskforce.supervision.lifted.v1',
  says: 'The commander is through with a supervised task (解除督办).',
  aggregateId: (data) => data.supervisionId,
  department: (data) => data.domain,
  data: z.object({
    supervisionId: id,
    /** `督20200215-0001` */
    number: z.string(),
    taskId: id,
    domain,
    taskForce: z.string(),
    liftedBy: person,
    liftedAt: instant,
  }),
});
