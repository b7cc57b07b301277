import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { domain, id, instant, person } from '../fields.ts';

export const supervisionOpened = defineEvent({
  type: 'taskforce.supervision.opened.v1',
  says: 'The commander takes up a task (督办): it was urged repeatedly, or a commander decided so.',
  aggregateId: (data) => data.supervisionId,
  department: (data) => data.domain,
  data: z.object({
    supervisionId: id,
    /** `督20200215-0001` */
    number: z.string(),
    taskId: id,
    domain,
    taskForce: z.string(),
    /** the notice that brought it about; null where a commander opened it */
    urgingNoticeId: id.nullable(),
    /** null where nobody was on duty */
    commander: person.nullable(),
    openedAt: instant,
  }),
});
