import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { acceptanceKind, creditCode, id, instant, townCode } from '../fields.ts';

export const acceptanceLapsed = defineEvent({
  type: 'inspection.acceptance.lapsed.v1',
  says: 'An approved acceptance holds no more: the inspection on site that it rested on was voided. What it had lifted is in force again.',
  aggregateId: (data) => data.acceptanceId,
  data: z.object({
    acceptanceId: id,
    number: z.string(),
    firmCreditCode: creditCode,
    townCode: townCode.nullable(),
    acceptanceKind,
    shutdownId: id.nullable(),
    inspectionId: id,
    lapsedAt: instant,
  }),
});
