import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { instant, person } from '../fields.ts';

export const processPolicySet = defineEvent({
  type: 'inspection.process-policy.set.v1',
  says: 'A new version of the time limits of due process was set; it binds what is issued from then on. What it says is asked of the graph.',
  aggregateId: (data) => data.process,
  data: z.object({ process: z.literal('DUE_PROCESS'), policyVersion: z.int().min(1), setBy: person, setAt: instant }),
});
