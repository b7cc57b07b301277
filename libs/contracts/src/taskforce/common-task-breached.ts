import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { clockKind, domain, id, instant } from '../fields.ts';

export const commonTaskBreached = defineEvent({
  type: 'taskforce.common-task.breached.v1',
  says: "A clock of a common issue's task passed its deadline; once per clock, with the true due time even when noticed late.",
  aggregateId: (data) => data.taskId,
  department: (data) => data.domain,
  data: z.object({
    taskId: id,
    commonIssueId: id,
    domain,
    taskForce: z.string(),
    clock: clockKind,
    dueAt: instant,
    noticedAt: instant,
  }),
});
