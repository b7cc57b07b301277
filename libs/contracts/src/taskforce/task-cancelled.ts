import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { domain, id, instant, round } from '../fields.ts';

export const taskCancelled = defineEvent({
  type: 'taskforce.task.cancelled.v1',
  says: 'A task was cancelled: its issue was merged, withdrawn or taken into a common issue.',
  aggregateId: (data) => data.taskId,
  department: (data) => data.domain,
  data: z.object({
    taskId: id,
    issueId: id,
    round,
    domain,
    taskForce: z.string(),
    because: z.enum(['MERGED', 'COMMON_ISSUE', 'WITHDRAWN']),
    commonIssueId: id.nullable(),
    cancelledAt: instant,
    /** until when the firm's own solution clock runs on, which a member of a common issue keeps */
    firmDueAt: instant.optional(),
  }),
});
