import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { domain, id, instant, person, round, taskKind } from '../fields.ts';

export const taskSolutionRejected = defineEvent({
  type: 'taskforce.task.solution-rejected.v1',
  says: 'The centre found a solution ineffective: the clocks run on as if they had never stopped.',
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
    /** when the solution was proposed that does not hold */
    solvedAt: instant,
    rejectedBy: person,
    rejectedAt: instant,
  }),
});
