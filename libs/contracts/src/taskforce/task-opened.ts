import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { domain, id, instant, round } from '../fields.ts';

export const taskOpened = defineEvent({
  type: 'taskforce.task.opened.v1',
  says: 'A task was opened for an issue in the hands of a task force, which is to accept it by then.',
  aggregateId: (data) => data.taskId,
  department: (data) => data.domain,
  data: z.object({
    taskId: id,
    issueId: id,
    round,
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
