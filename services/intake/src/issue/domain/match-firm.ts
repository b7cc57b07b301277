import type { Announcement } from '@qifutong/contracts/define-event';
import { issueMatched } from '@qifutong/contracts/intake/issue-matched';
import type { Decision } from '@qifutong/kernel/decision';
import { assertMove, type Issue } from './issue.ts';
import { reject } from './rejections.ts';

interface Match {
  readonly firm: { readonly creditCode: string; readonly townCode: string } | null;
  /** null where the register found it by itself */
  readonly by: string | null;
}

/** Says whose issue it is, in whatever state the issue is but merged; the name as heard stays. Said again, it changes nothing. */
export function matchFirm(issue: Issue, { firm, by }: Match, now: Date): Decision<Issue, Announcement> {
  assertMove(issue, 'matchFirm');
  if (firm === null) throw reject('ISSUE_FIRM_UNKNOWN', { field: 'creditCode' });
  if (issue.firmCreditCode === firm.creditCode) return { state: issue, events: [] };
  const { id, number, domain } = issue;
  if (issue.firmCreditCode !== null) throw reject('ISSUE_FIRM_MATCHED', { field: 'creditCode', number });
  const state = { ...issue, firmCreditCode: firm.creditCode, townCode: issue.townCode ?? firm.townCode };
  const matched = issueMatched({
    issueId: id,
    number,
    domain,
    firmCreditCode: firm.creditCode,
    townCode: state.townCode,
    matchedBy: by,
    matchedAt: now.toISOString(),
  });
  return { state, events: [matched] };
}
