import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { id } from '../fields.ts';

export const evidenceRemoved = defineEvent({
  type: 'inspection.evidence.removed.v1',
  says: 'A picture that no inspection showed for as long as it may wait was taken away.',
  aggregateId: (data) => data.evidenceId,
  data: z.object({ evidenceId: id }),
});
