import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { instant, person } from '../fields.ts';

export const slaPolicySet = defineEvent({
  type: 'taskforce.sla-policy.set.v1',
  says: 'A new version of the time limits was set; it binds the clocks that start from then on. What it says is asked of the graph.',
  aggregateId: (data) => data.policy,
  data: z.object({ policy: z.literal('SLA'), policyVersion: z.int().min(1), setBy: person, setAt: instant }),
});
