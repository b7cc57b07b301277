import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { domain, id, instant, person, resumptionReason, round, taskKind } from '../fields.ts';

export const taskResumed = defineEvent({
  type: 'taskforce.task.resumed.v1',
  says: 'A suspended task goes on with what was left to its clocks.',
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
    /** what was waited for has come; left out by those who announced before it was asked */
    resumptionReason: resumptionReason.optional(),
    resumedBy: person,
    resumedAt: instant,
    /** of its own solution clock, and of the firm's; null where there is none, or it was missed before */
    solutionDueAt: instant.nullable(),
    firmDueAt: instant.nullable(),
  }),
});
