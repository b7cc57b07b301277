import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { domain, id, instant, person } from '../fields.ts';

export const commonTaskSolved = defineEvent({
  type: 'taskforce.common-task.solved.v1',
  says: 'A task force proposed the solution of a common issue, or its guidance was published.',
  aggregateId: (data) => data.taskId,
  department: (data) => data.domain,
  data: z.object({
    taskId: id,
    commonIssueId: id,
    domain,
    taskForce: z.string(),
    solvedBy: person,
    solvedAt: instant,
  }),
});
