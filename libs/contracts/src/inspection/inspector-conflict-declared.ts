import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { creditCode, instant, person } from '../fields.ts';

export const inspectorConflictDeclared = defineEvent({
  type: 'inspection.inspector.conflict-declared.v1',
  says: 'An inspector has an interest in a firm (回避), and is not sent there from now on.',
  aggregateId: (data) => data.inspector,
  data: z.object({ inspector: person, firmCreditCode: creditCode, declaredBy: person, declaredAt: instant }),
});
