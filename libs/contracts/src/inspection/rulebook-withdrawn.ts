import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { countyDate, instant, person } from '../fields.ts';

export const rulebookWithdrawn = defineEvent({
  type: 'inspection.rulebook.withdrawn.v1',
  says: 'A version of the rules was taken back before its first day: it is never in force.',
  aggregateId: (data) => data.inForceFrom,
  data: z.object({ rulebookVersion: z.int(), inForceFrom: countyDate, withdrawnBy: person, withdrawnAt: instant }),
});
