import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { count, countyDate, instant } from '../fields.ts';

export const dailyClosureFrozen = defineEvent({
  type: 'intake.daily-closure.frozen.v1',
  says: "A day's account was frozen at 24:00 county time; its identity holds.",
  aggregateId: (data) => data.day,
  data: z.object({
    day: countyDate,
    carriedIn: count,
    registered: count,
    readmitted: count,
    writtenOff: count,
    merged: count,
    rejected: count,
    carriedOver: count,
    /** after a callback; not in the identity */
    reopened: count,
    reports: count,
    frozenAt: instant,
  }),
});
