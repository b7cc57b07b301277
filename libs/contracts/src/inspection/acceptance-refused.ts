import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { acceptanceKind, creditCode, id, instant, person, townCode } from '../fields.ts';

export const acceptanceRefused = defineEvent({
  type: 'inspection.acceptance.refused.v1',
  says: 'An acceptance was refused.',
  aggregateId: (data) => data.acceptanceId,
  data: z.object({
    acceptanceId: id,
    number: z.string(),
    firmCreditCode: creditCode,
    townCode: townCode.nullable(),
    acceptanceKind,
    shutdownId: id.nullable(),
    refusedBy: person,
    refusedAt: instant,
  }),
});
