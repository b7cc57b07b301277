import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { instant, person } from '../fields.ts';

export const likenessPolicySet = defineEvent({
  type: 'intake.likeness-policy.set.v1',
  says: 'A new version of how alike is enough was set; it binds the issues that are compared from then on. What it says is asked of the graph.',
  aggregateId: (data) => data.likeness,
  data: z.object({ likeness: z.literal('LIKENESS'), policyVersion: z.int().min(1), setBy: person, setAt: instant }),
});
