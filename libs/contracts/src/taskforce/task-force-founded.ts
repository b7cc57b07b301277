import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { domain, id, instant, person } from '../fields.ts';

export const taskForceFounded = defineEvent({
  type: 'taskforce.task-force.founded.v1',
  says: 'A task force (工作专班) was founded, for domains or for a common issue.',
  aggregateId: (data) => data.taskForce,
  data: z.object({
    taskForce: z.string(),
    leadDepartment: z.string(),
    domains: z.array(domain),
    commonIssueId: id.nullable(),
    foundedBy: person,
    foundedAt: instant,
  }),
});
