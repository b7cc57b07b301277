import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { instant, person } from '../fields.ts';

export const batchPolicySet = defineEvent({
  type: 'intake.batch-policy.set.v1',
  says: 'A new version of when a batch doubts was set; it binds the previews that are made from then on. What it says is asked of the graph.',
  aggregateId: (data) => data.batches,
  data: z.object({ batches: z.literal('BATCHES'), policyVersion: z.int().min(1), setBy: person, setAt: instant }),
});
