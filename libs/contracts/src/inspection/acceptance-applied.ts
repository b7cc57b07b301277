import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { acceptanceKind, creditCode, id, instant, townCode } from '../fields.ts';

export const acceptanceApplied = defineEvent({
  type: 'inspection.acceptance.applied.v1',
  says: 'A firm applied for acceptance (复工验收), to lift a shutdown or for its first resumption.',
  aggregateId: (data) => data.acceptanceId,
  data: z.object({
    acceptanceId: id,
    number: z.string(),
    firmCreditCode: creditCode,
    townCode: townCode.nullable(),
    acceptanceKind,
    shutdownId: id.nullable(),
    appliedAt: instant,
  }),
});
