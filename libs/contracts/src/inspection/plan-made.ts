import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { count, countyDate, id } from '../fields.ts';

export const planMade = defineEvent({
  type: 'inspection.plan.made.v1',
  says: "A day's inspections were planned by lot; once more, where somebody fell out of it or firms turned red or yellow.",
  aggregateId: (data) => data.planId,
  data: z.object({
    planId: id,
    day: countyDate,
    /** of the draw: with the inputs that are kept, anyone can repeat it */
    seed: z.int(),
    replanned: z.boolean(),
    teams: count,
    visits: count,
    notPlanned: count,
  }),
});
