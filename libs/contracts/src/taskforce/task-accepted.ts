import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { domain, id, instant, person, round } from '../fields.ts';

export const taskAccepted = defineEvent({
  type: 'taskforce.task.accepted.v1',
  says: 'A task force took the task in hand; its solution clock runs.',
  aggregateId: (data) => data.taskId,
  department: (data) => data.domain,
  data: z.object({
    taskId: id,
    issueId: id,
    round,
    domain,
    taskForce: z.string(),
    acceptedBy: person,
    acceptedAt: instant,
    solutionDueAt: instant,
  }),
});
