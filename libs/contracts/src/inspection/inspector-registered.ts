import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { instant, person, townCode } from '../fields.ts';

export const inspectorRegistered = defineEvent({
  type: 'inspection.inspector.registered.v1',
  says: 'Somebody was put on the list of inspectors, or the entry was changed; what it says is asked of the graph.',
  aggregateId: (data) => data.inspector,
  data: z.object({
    inspector: person,
    townCode: townCode.nullable(),
    active: z.boolean(),
    registeredBy: person,
    registeredAt: instant,
  }),
});
