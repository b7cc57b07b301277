import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { domain, id, instant, round } from '../fields.ts';

export const centreUrged = defineEvent({
  type: 'taskforce.centre.urged.v1',
  says: "An urging notice (催办单) was issued to the centre's commander on duty: an issue was not dispatched, or its firm not called back, in time.",
  aggregateType: 'urging',
  aggregateId: (data) => data.urgingNoticeId,
  department: (data) => data.domain,
  data: z.object({
    urgingNoticeId: id,
    /** `催20200215-0007` */
    number: z.string(),
    issueId: id,
    round,
    domain: domain.nullable(),
    centreClock: z.enum(['DISPATCH', 'CALLBACK']),
    ordinal: z.int().min(1),
    dueAt: instant,
    issuedAt: instant,
  }),
});
