import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { domain, id, instant, person } from '../fields.ts';

export const commonTaskAccepted = defineEvent({
  type: 'taskforce.common-task.accepted.v1',
  says: 'A task force accepted the task of a common issue.',
  aggregateId: (data) => data.taskId,
  department: (data) => data.domain,
  data: z.object({
    taskId: id,
    commonIssueId: id,
    domain,
    taskForce: z.string(),
    acceptedBy: person,
    acceptedAt: instant,
    solutionDueAt: instant,
  }),
});
