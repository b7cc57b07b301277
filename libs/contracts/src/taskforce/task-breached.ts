import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { clockKind, domain, id, instant, round } from '../fields.ts';

export const taskBreached = defineEvent({
  type: 'taskforce.task.breached.v1',
  says: 'A clock of the task passed its deadline; once per clock and round, with the true due time even when noticed late.',
  aggregateId: (data) => data.taskId,
  department: (data) => data.domain,
  data: z.object({
    taskId: id,
    issueId: id,
    round,
    domain,
    taskForce: z.string(),
    clock: clockKind,
    dueAt: instant,
    noticedAt: instant,
  }),
});
