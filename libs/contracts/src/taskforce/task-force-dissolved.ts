import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { instant, person } from '../fields.ts';

export const taskForceDissolved = defineEvent({
  type: 'taskforce.task-force.dissolved.v1',
  says: 'A task force that had nothing left to do was dissolved; nothing is sent to it any more.',
  aggregateId: (data) => data.taskForce,
  data: z.object({ taskForce: z.string(), dissolvedBy: person, dissolvedAt: instant }),
});
