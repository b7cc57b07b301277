import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { domain, id, instant, round } from '../fields.ts';

export const taskReadmitted = defineEvent({
  type: 'taskforce.task.readmitted.v1',
  says: 'The issue of a solved task was merged, which cancelled it, and was taken out again: the task stands with its solution as before.',
  aggregateId: (data) => data.taskId,
  department: (data) => data.domain,
  data: z.object({
    taskId: id,
    issueId: id,
    round,
    domain,
    taskForce: z.string(),
    readmittedAt: instant,
  }),
});
