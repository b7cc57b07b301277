import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { instant, person } from '../fields.ts';

export const retentionPolicySet = defineEvent({
  type: 'intake.retention-policy.set.v1',
  says: 'A new version of how long what is kept stays was set; it binds what is carried out from then on. What it says is asked of the graph.',
  aggregateId: (data) => data.retention,
  data: z.object({ retention: z.literal('RETENTION'), policyVersion: z.int().min(1), setBy: person, setAt: instant }),
});
