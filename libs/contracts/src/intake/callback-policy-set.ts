import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { instant, person } from '../fields.ts';

export const callbackPolicySet = defineEvent({
  type: 'intake.callback-policy.set.v1',
  says: 'A new version of how soon and how often a firm is called back was set; it binds what is solved or answered from then on. What it says is asked of the graph.',
  aggregateId: (data) => data.callbacks,
  data: z.object({ callbacks: z.literal('CALLBACKS'), policyVersion: z.int().min(1), setBy: person, setAt: instant }),
});
