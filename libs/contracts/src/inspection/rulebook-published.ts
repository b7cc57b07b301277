import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { countyDate, instant, person } from '../fields.ts';

export const rulebookPublished = defineEvent({
  type: 'inspection.rulebook.published.v1',
  says: 'A new version of the rules that inspected firms must keep, in force from a later day on.',
  aggregateId: (data) => data.inForceFrom,
  data: z.object({
    rulebookVersion: z.int(),
    inForceFrom: countyDate,
    rules: z.array(z.string()),
    publishedBy: person,
    publishedAt: instant,
  }),
});
