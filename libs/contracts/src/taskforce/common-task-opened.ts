import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { domain, id, instant } from '../fields.ts';

export const commonTaskOpened = defineEvent({
  type: 'taskforce.common-task.opened.v1',
  says: 'The one task of a common issue was opened in the hands of a task force.',
  aggregateId: (data) => data.taskId,
  department: (data) => data.domain,
  data: z.object({
    taskId: id,
    commonIssueId: id,
    domain,
    taskForce: z.string(),
    openedAt: instant,
    acceptanceDueAt: instant,
    /** the task of the same round that was returned, transferred or taken into a common issue, which this one goes on with */
    predecessorId: id.nullable().optional(),
    /** until when the firm's own solution clock runs, which ran on in it */
    firmDueAt: instant.nullable().optional(),
  }),
});
