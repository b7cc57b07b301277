import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { creditCode, id, instant, townCode } from '../fields.ts';

export const shutdownDefended = defineEvent({
  type: 'inspection.shutdown.defended.v1',
  says: 'A firm stated its defence against a drafted shutdown order, or waived it; by its own account (byFirm) a commander may decide now.',
  aggregateId: (data) => data.shutdownId,
  data: z.object({
    shutdownId: id,
    number: z.string(),
    firmCreditCode: creditCode,
    townCode: townCode.nullable(),
    inspectionId: id,
    waived: z.boolean(),
    /** false: somebody else took it down; not said before this was told apart */
    byFirm: z.boolean().optional(),
    defendedAt: instant,
  }),
});
