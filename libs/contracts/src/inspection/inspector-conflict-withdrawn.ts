import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { creditCode, instant, person } from '../fields.ts';

export const inspectorConflictWithdrawn = defineEvent({
  type: 'inspection.inspector.conflict-withdrawn.v1',
  says: 'An interest of an inspector in a firm (回避) that was declared is taken back: from now on the inspector may be sent there.',
  aggregateId: (data) => data.inspector,
  data: z.object({ inspector: person, firmCreditCode: creditCode, withdrawnBy: person, withdrawnAt: instant }),
});
