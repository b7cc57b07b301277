import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { domain, id, instant, person, round, taskKind } from '../fields.ts';

export const taskExtended = defineEvent({
  type: 'taskforce.task.extended.v1',
  says: 'A commander extended the deadline of a task, once and before it had passed.',
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
    extendedBy: person,
    extendedAt: instant,
    extendedUntil: instant,
    /** of its own solution clock, and of the firm's; null where there is none, or it was missed before */
    solutionDueAt: instant.nullable(),
    firmDueAt: instant.nullable(),
  }),
});
