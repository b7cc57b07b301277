import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { count, countyDate, exported, id } from '../fields.ts';

export const exportTaken = defineEvent({
  type: 'intake.export.taken.v1',
  says: 'Somebody took data out of the graph into a file; who is told by the trail.',
  aggregateId: (data) => data.exportId,
  data: z.object({ exportId: id, exported, day: countyDate.nullable(), rows: count }),
});
