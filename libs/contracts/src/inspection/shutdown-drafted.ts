import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { creditCode, id, instant, townCode } from '../fields.ts';

export const shutdownDrafted = defineEvent({
  type: 'inspection.shutdown.drafted.v1',
  says: 'A shutdown order (停工停产通知书) is drafted: the firm may state its defence, a commander signs or refuses it.',
  aggregateId: (data) => data.shutdownId,
  data: z.object({
    shutdownId: id,
    number: z.string(),
    firmCreditCode: creditCode,
    townCode: townCode.nullable(),
    /** the inspection that found the firm still not mended */
    inspectionId: id,
    draftedAt: instant,
    /** until then the firm may state its defence */
    defenceDueAt: instant.optional(),
  }),
});
