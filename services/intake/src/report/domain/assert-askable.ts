import { reject } from './rejections.ts';

/** The issue about which somebody asks again. */
export interface AskedAbout {
  readonly number: string;
  readonly firmCreditCode: string | null;
}

export interface Asking {
  /** whether the issue is open */
  readonly open: boolean;
  /** the firm of the report; null where nobody knows it */
  readonly firmCreditCode: string | null;
  /** the firm that asks by itself, which is told of no other's issue; null for the centre */
  readonly by: string | null;
}

/** Whether a report may be added to an issue that there is: it is open, and not another firm's. */
export function assertAskable(issue: AskedAbout | null, { open, firmCreditCode, by }: Asking): void {
  if (issue === null || (by !== null && issue.firmCreditCode !== by))
    throw reject('REPORT_ISSUE_UNKNOWN', { field: 'issueId' });
  const { number } = issue;
  const bothKnown = issue.firmCreditCode !== null && firmCreditCode !== null;
  if (bothKnown && issue.firmCreditCode !== firmCreditCode)
    throw reject('REPORT_ISSUE_OF_OTHER_FIRM', { field: 'issueId', number });
  if (!open) throw reject('REPORT_ISSUE_CLOSED', { field: 'issueId', number });
}
