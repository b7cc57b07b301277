import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { instant, person } from '../fields.ts';

export const taskForceMembersChanged = defineEvent({
  type: 'taskforce.task-force.members-changed.v1',
  says: 'Members of a task force came or went, or another leads it; their names are asked of the graph.',
  aggregateId: (data) => data.taskForce,
  data: z.object({
    taskForce: z.string(),
    added: z.array(person),
    removed: z.array(person),
    /** who leads it now */
    lead: person.nullable(),
    changedBy: person,
    changedAt: instant,
  }),
});
