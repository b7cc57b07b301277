import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { domain, id, instant, person, round } from '../fields.ts';

export const taskSolved = defineEvent({
  type: 'taskforce.task.solved.v1',
  says: 'A task force proposed its solution; the solution clock stopped. What it told the firm is read through the graph.',
  aggregateId: (data) => data.taskId,
  department: (data) => data.domain,
  data: z.object({
    taskId: id,
    issueId: id,
    round,
    domain,
    taskForce: z.string(),
    solvedBy: person,
    solvedAt: instant,
  }),
});
