import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { count, instant, person } from '../fields.ts';

export const routingRulesSet = defineEvent({
  type: 'taskforce.routing-rules.set.v1',
  says: 'A new version of the routing rules is in force; what was dispatched before stays where it is.',
  aggregateId: (data) => data.routing,
  data: z.object({
    routing: z.literal('ROUTING'),
    rulesVersion: z.int().min(2),
    lines: count,
    setBy: person,
    setAt: instant,
  }),
});
