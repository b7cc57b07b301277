import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { acceptanceKind, creditCode, id, instant, person, townCode } from '../fields.ts';

export const acceptanceApproved = defineEvent({
  type: 'inspection.acceptance.approved.v1',
  says: 'An acceptance was approved after an inspection on site.',
  aggregateId: (data) => data.acceptanceId,
  data: z.object({
    acceptanceId: id,
    number: z.string(),
    firmCreditCode: creditCode,
    townCode: townCode.nullable(),
    acceptanceKind,
    shutdownId: id.nullable(),
    inspectionId: id,
    approvedBy: person,
    approvedAt: instant,
  }),
});
