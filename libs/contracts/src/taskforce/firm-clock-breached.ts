import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { domain, id, instant, round, taskKind } from '../fields.ts';

export const firmClockBreached = defineEvent({
  type: 'taskforce.firm-clock.breached.v1',
  says: "The firm's own solution clock, which had run on through several hands, or in nobody's, passed its deadline; with the true due time even when noticed late.",
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
    dueAt: instant,
    noticedAt: instant,
  }),
});
