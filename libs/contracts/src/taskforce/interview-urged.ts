import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { creditCode, id, instant, townCode } from '../fields.ts';

export const interviewUrged = defineEvent({
  type: 'taskforce.interview.urged.v1',
  says: "An urging notice (催办单) was issued to the centre's commander on duty: an interview (约谈) was not held in time.",
  aggregateType: 'urging',
  aggregateId: (data) => data.urgingNoticeId,
  data: z.object({
    urgingNoticeId: id,
    /** `催20200215-0007` */
    number: z.string(),
    interviewId: id,
    firmCreditCode: creditCode,
    townCode: townCode.nullable(),
    dueAt: instant,
    issuedAt: instant,
  }),
});
