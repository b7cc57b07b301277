import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { domain, id, instant, person, round, taskKind } from '../fields.ts';

export const taskTransferred = defineEvent({
  type: 'taskforce.task.transferred.v1',
  says: 'A task was transferred (转办): it ended, and another task force goes on with a new one.',
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
    toTaskForce: z.string(),
    successorId: id,
    transferredBy: person,
    transferredAt: instant,
  }),
});
