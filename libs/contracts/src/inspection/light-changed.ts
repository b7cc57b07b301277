import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { colour, creditCode, id, instant, townCode } from '../fields.ts';

export const lightChanged = defineEvent({
  type: 'inspection.light.changed.v1',
  says: 'The light of a firm is another one than before, or follows from another history.',
  aggregateId: (data) => data.firmCreditCode,
  data: z.object({
    firmCreditCode: creditCode,
    townCode: townCode.nullable(),
    /** null: the firm has no light any more, because nothing of its history counts */
    colour: colour.nullable(),
    previous: colour.nullable(),
    /** consecutive yellows, 0 when green */
    run: z.int().min(0).nullable(),
    /** when the inspection was performed that gave the firm this colour */
    since: instant.nullable(),
    inspectionId: id.nullable(),
    changedAt: instant,
  }),
});
