import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { domain, id, instant, round, taskKind } from '../fields.ts';

export const taskWarned = defineEvent({
  type: 'taskforce.task.warned.v1',
  says: 'So many percent of a time limit of a task have passed; its task force is warned once of each, with the true instant even when noticed late.',
  aggregateType: taskKind,
  aggregateId: (data) => data.taskId,
  department: (data) => data.domain,
  data: z.object({
    taskId: id,
    /** null of the task of a common issue */
    issueId: id.nullable(),
    commonIssueId: id.nullable(),
    round,
    domain,
    taskForce: z.string(),
    clock: z.enum(['ACCEPTANCE', 'SOLUTION', 'FIRM']),
    percent: z.int().min(1).max(99),
    dueAt: instant,
    warnedAt: instant,
    noticedAt: instant,
  }),
});
