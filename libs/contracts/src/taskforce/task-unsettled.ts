import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { domain, id, instant, round } from '../fields.ts';

export const taskUnsettled = defineEvent({
  type: 'taskforce.task.unsettled.v1',
  says: 'The batch that had settled the task was reverted: its clock runs on as if it had never stopped.',
  aggregateId: (data) => data.taskId,
  department: (data) => data.domain,
  data: z.object({
    taskId: id,
    issueId: id,
    round,
    domain,
    taskForce: z.string(),
    batchId: id,
    unsettledAt: instant,
  }),
});
