import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { count, instant, person } from '../fields.ts';

export const routingRulesSet = defineEvent({
  type: 'taskforce.routing-rules.set.v1',
  says: 'A new version of the routing rules is in force; what was dispatched before stays where it is.',
  // each version is set once: an aggregate of its own
  aggregateId: (data) => String(data.rulesVersion),
  data: z.object({ rulesVersion: z.int().min(2), lines: count, setBy: person, setAt: instant }),
});
