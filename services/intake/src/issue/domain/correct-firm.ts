import type { Announcement } from '@qifutong/contracts/define-event';
import { issueUnmatched } from '@qifutong/contracts/intake/issue-unmatched';
import type { Decision } from '@qifutong/kernel/decision';
import { assertMove, type Issue } from './issue.ts';
import { matchFirm } from './match-firm.ts';
import { reject } from './rejections.ts';

export interface Correction {
  /** whose it is; null where nobody knows */
  readonly creditCode: string | null;
  /** the register's firm of that code */
  readonly firm: { readonly creditCode: string; readonly townCode: string } | null;
  /** what was said when it was reported first: the rest came from the wrong firm */
  readonly said: Pick<Issue, 'firmName' | 'townCode'>;
  /** how many issues were merged into it: they are of one firm with it */
  readonly merged: number;
  readonly by: string;
}

/** Sets a wrong match right; whose it was thought to be is told with it. Said again, it changes nothing. */
export function correctFirm(issue: Issue, correction: Correction, now: Date): Decision<Issue, Announcement> {
  assertMove(issue, 'correctFirm');
  const { creditCode, firm, said, merged, by } = correction;
  const { id, number, domain, firmCreditCode: was } = issue;
  if (was === null) throw reject('ISSUE_HAS_NO_FIRM', { number });
  if (was === creditCode) return { state: issue, events: [] };
  if (merged > 0) throw reject('ISSUE_HAS_MERGED', { number, merged });
  const nobodys = { ...issue, ...said, firmCreditCode: null };
  const matched = creditCode === null ? { state: nobodys, events: [] } : matchFirm(nobodys, { firm, by }, now);
  const unmatched = issueUnmatched({
    issueId: id,
    number,
    domain,
    firmCreditCode: was,
    townCode: said.townCode,
    unmatchedBy: by,
    unmatchedAt: now.toISOString(),
  });
  return { state: matched.state, events: [unmatched, ...matched.events] };
}
