import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { domain, id, instant, person, round, taskKind } from '../fields.ts';

export const taskReturned = defineEvent({
  type: 'taskforce.task.returned.v1',
  says: 'A task force gave back (退单) a task that it had not accepted: the task ended, and the centre dispatches anew.',
  aggregateType: taskKind,
  aggregateId: (data) => data.taskId,
  department: (data) => data.domain,
  data: z.object({
    taskId: id,
    issueId: id.nullable(),
    commonIssueId: id.nullable(),
    round,
    domain,
    taskForce: z.string(),
    returnedBy: person,
    returnedAt: instant,
    /** until when the firm's own solution clock runs on, which does not wait for the new dispatch */
    firmDueAt: instant.optional(),
  }),
});
