import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { acceptanceKind, creditCode, id, instant, townCode } from '../fields.ts';

export const acceptanceReinstated = defineEvent({
  type: 'inspection.acceptance.reinstated.v1',
  says: 'An acceptance that had lapsed holds again: the inspection on site that it rests on counts after all.',
  aggregateId: (data) => data.acceptanceId,
  data: z.object({
    acceptanceId: id,
    number: z.string(),
    firmCreditCode: creditCode,
    townCode: townCode.nullable(),
    acceptanceKind,
    shutdownId: id.nullable(),
    inspectionId: id,
    reinstatedAt: instant,
  }),
});
