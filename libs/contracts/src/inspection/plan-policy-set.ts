import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { instant, person } from '../fields.ts';

export const planPolicySet = defineEvent({
  type: 'inspection.plan-policy.set.v1',
  says: 'A new version of the numbers that daily plans are drawn by was set; it binds the plans that are made from then on. What it says is asked of the graph.',
  aggregateId: (data) => data.plans,
  data: z.object({ plans: z.literal('DAILY_PLANS'), policyVersion: z.int().min(1), setBy: person, setAt: instant }),
});
