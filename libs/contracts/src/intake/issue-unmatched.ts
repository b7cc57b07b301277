import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { creditCode, domain, id, instant, issueNumber, person, townCode } from '../fields.ts';

export const issueUnmatched = defineEvent({
  type: 'intake.issue.unmatched.v1',
  says: 'An analyst said that an issue is not of the firm it was thought to be of (`firmCreditCode`). Where it is known whose it is instead, an `issue.matched` follows.',
  aggregateId: (data) => data.issueId,
  department: (data) => data.domain,
  data: z.object({
    issueId: id,
    number: issueNumber,
    domain: domain.nullable(),
    firmCreditCode: creditCode,
    townCode: townCode.nullable(),
    unmatchedBy: person,
    unmatchedAt: instant,
  }),
});
