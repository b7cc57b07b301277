import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { creditCode, domain, id, instant, issueNumber, person, townCode } from '../fields.ts';

export const issueMatched = defineEvent({
  type: 'intake.issue.matched.v1',
  says: 'It became known whose issue it is. `matchedBy` is null where the register found it by itself.',
  aggregateId: (data) => data.issueId,
  department: (data) => data.domain,
  data: z.object({
    issueId: id,
    number: issueNumber,
    domain: domain.nullable(),
    firmCreditCode: creditCode,
    townCode: townCode.nullable(),
    matchedBy: person.nullable(),
    matchedAt: instant,
  }),
});
