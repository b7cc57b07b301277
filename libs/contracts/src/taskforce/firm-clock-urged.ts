import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { domain, id, instant, round } from '../fields.ts';

export const firmClockUrged = defineEvent({
  type: 'taskforce.firm-clock.urged.v1',
  says: "An urging notice (催办单) was issued, because the firm's own solution clock was missed.",
  aggregateType: 'urging',
  aggregateId: (data) => data.urgingNoticeId,
  department: (data) => data.domain,
  data: z.object({
    taskId: id,
    issueId: id.nullable(),
    commonIssueId: id.nullable(),
    round,
    domain,
    taskForce: z.string(),
    urgingNoticeId: id,
    number: z.string(),
    ordinal: z.int().min(1),
    dueAt: instant,
    issuedAt: instant,
  }),
});
