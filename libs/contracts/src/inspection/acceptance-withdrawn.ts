import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { acceptanceKind, creditCode, id, instant, townCode } from '../fields.ts';

export const acceptanceWithdrawn = defineEvent({
  type: 'inspection.acceptance.withdrawn.v1',
  says: 'An application for acceptance has nothing to lift any more.',
  aggregateId: (data) => data.acceptanceId,
  data: z.object({
    acceptanceId: id,
    number: z.string(),
    firmCreditCode: creditCode,
    townCode: townCode.nullable(),
    acceptanceKind,
    shutdownId: id.nullable(),
    withdrawnAt: instant,
  }),
});
