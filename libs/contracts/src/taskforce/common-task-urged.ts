import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { clockKind, domain, id, instant } from '../fields.ts';

export const commonTaskUrged = defineEvent({
  type: 'taskforce.common-task.urged.v1',
  says: "The centre issued an urging notice (催办单) for a missed deadline of a common issue's task.",
  aggregateType: 'urging',
  aggregateId: (data) => data.urgingNoticeId,
  department: (data) => data.domain,
  data: z.object({
    urgingNoticeId: id,
    /** `催20200215-0007` */
    number: z.string(),
    taskId: id,
    commonIssueId: id,
    domain,
    taskForce: z.string(),
    clock: clockKind,
    ordinal: z.int().min(1),
    dueAt: instant,
    issuedAt: instant,
  }),
});
