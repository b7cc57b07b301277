import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { domain, id, instant, person, round, taskKind } from '../fields.ts';

export const taskCoHandlerAdded = defineEvent({
  type: 'taskforce.task.co-handler-added.v1',
  says: 'Another task force helps (会办) with the task; the lead one stays responsible.',
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
    addedBy: person,
    addedAt: instant,
  }),
});
