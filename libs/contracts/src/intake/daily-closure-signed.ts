import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { countyDate, instant, person } from '../fields.ts';

export const dailyClosureSigned = defineEvent({
  type: 'intake.daily-closure.signed.v1',
  says: "The commander on duty signed a frozen day's account.",
  aggregateId: (data) => data.day,
  data: z.object({ day: countyDate, signedBy: person, signedAt: instant }),
});
