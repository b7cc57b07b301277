import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { colour, countyDate, creditCode, instant, townCode } from '../fields.ts';

/** The light after a day; null: the day has none. */
const ofDay = z.object({ colour, run: z.int().min(0) }).nullable();

export const lightCorrected = defineEvent({
  type: 'inspection.light.corrected.v1',
  says: 'A late or voided result changed what had been announced of earlier days; what followed from it is withdrawn.',
  aggregateId: (data) => data.firmCreditCode,
  data: z.object({
    firmCreditCode: creditCode,
    townCode: townCode.nullable(),
    /** in order; every day whose light is another one */
    days: z.array(z.object({ day: countyDate, from: ofDay, to: ofDay })).min(1),
    correctedAt: instant,
  }),
});
