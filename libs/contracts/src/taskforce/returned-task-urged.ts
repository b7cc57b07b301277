import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { domain, id, instant, round } from '../fields.ts';

export const returnedTaskUrged = defineEvent({
  type: 'taskforce.returned-task.urged.v1',
  says: "An urging notice (催办单) was issued to the centre's commander on duty: what a firm was promised was missed while its returned task waited to be dispatched anew.",
  aggregateType: 'urging',
  aggregateId: (data) => data.urgingNoticeId,
  department: (data) => data.domain,
  data: z.object({
    urgingNoticeId: id,
    number: z.string(),
    taskId: id,
    issueId: id.nullable(),
    commonIssueId: id.nullable(),
    round,
    domain,
    ordinal: z.int().min(1),
    dueAt: instant,
    issuedAt: instant,
  }),
});
