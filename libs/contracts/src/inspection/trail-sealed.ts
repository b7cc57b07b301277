import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { chainHash, countyDate, link } from '../fields.ts';

export const inspectionTrailSealed = defineEvent({
  type: 'inspection.trail.sealed.v1',
  says: "A county day ended: what the inspection service's trail ended in then.",
  // two services tell of the same day: whose it is belongs to the kind
  aggregateType: 'inspection-trail',
  aggregateId: (data) => data.day,
  data: z.object({ day: countyDate, link, hash: chainHash }),
});
