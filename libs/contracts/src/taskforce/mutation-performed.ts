import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { id, mutation } from '../fields.ts';

export const taskforceMutationPerformed = defineEvent({
  type: 'taskforce.mutation.performed.v1',
  says: 'Somebody performed a mutation that no other event tells of; `of` is the id of the one thing that it changed.',
  aggregateType: 'taskforce-mutation',
  aggregateId: (data) => data.entryId,
  data: z.object({ entryId: id, mutation, of: z.string().max(100).nullable() }),
});
