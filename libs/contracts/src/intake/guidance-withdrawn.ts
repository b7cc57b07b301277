import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { domain, id, instant } from '../fields.ts';

export const guidanceWithdrawn = defineEvent({
  type: 'intake.guidance.withdrawn.v1',
  says: 'A guidance was withdrawn: nothing is answered or settled by it any more.',
  aggregateId: (data) => data.guidanceId,
  department: (data) => data.domain,
  data: z.object({
    guidanceId: id,
    guidanceVersion: z.int().min(1),
    domain,
    withdrawnAt: instant,
  }),
});
