import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { domain, id, instant, person, round, taskKind } from '../fields.ts';

export const taskCoHandlerRemoved = defineEvent({
  type: 'taskforce.task.co-handler-removed.v1',
  says: 'A task force does not help with the task any more.',
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
    coHandler: z.string(),
    removedBy: person,
    removedAt: instant,
  }),
});
