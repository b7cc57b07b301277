import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { domain, id, instant, round } from '../fields.ts';

export const taskSettled = defineEvent({
  type: 'taskforce.task.settled.v1',
  says: "A batch applied a guidance to the task's issue: that is its solution, and its clock stopped then.",
  aggregateId: (data) => data.taskId,
  department: (data) => data.domain,
  data: z.object({
    taskId: id,
    issueId: id,
    round,
    domain,
    taskForce: z.string(),
    guidanceId: id,
    guidanceVersion: z.int().min(1),
    batchId: id,
    settledAt: instant,
  }),
});
