import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { domain, id, instant, person, round, suspensionReason, taskKind } from '../fields.ts';

export const taskSuspended = defineEvent({
  type: 'taskforce.task.suspended.v1',
  says: 'The centre let the task stand still: its clocks stopped.',
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
    suspensionReason,
    suspendedBy: person,
    suspendedAt: instant,
  }),
});
