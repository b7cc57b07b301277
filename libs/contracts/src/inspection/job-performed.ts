import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { id, job } from '../fields.ts';

export const inspectionJobPerformed = defineEvent({
  type: 'inspection.job.performed.v1',
  says: 'The machine changed something by itself that no other event tells of; `of` is the id of the one thing that it concerned.',
  aggregateType: 'inspection-job',
  aggregateId: (data) => data.entryId,
  data: z.object({ entryId: id, job, of: z.string().max(100).nullable() }),
});
