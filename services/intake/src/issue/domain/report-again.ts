import type { Announcement } from '@qifutong/contracts/define-event';
import type { Channel } from '@qifutong/contracts/fields';
import { issueReportedAgain } from '@qifutong/contracts/intake/issue-reported-again';
import type { Decision } from '@qifutong/kernel/decision';
import { withHandler, type Issue } from './issue.ts';
import { matchFirm } from './match-firm.ts';

export interface FurtherReport {
  readonly id: string;
  readonly channel: Channel;
  /** whose it is, where the register knows; null where nobody does */
  readonly firm: { readonly creditCode: string; readonly townCode: string } | null;
  /** who took it, and who was asked first: they have a hand in the issue from now on; nobody where the firm handed it in */
  readonly takenBy: readonly string[];
}

/** Another report of the same problem: the issue stays as it is, and where its firm was not known it may be now. */
export function reportAgain(issue: Issue, report: FurtherReport, now: Date): Decision<Issue, Announcement> {
  const { id, number, domain } = issue;
  const matched =
    report.firm !== null && issue.firmCreditCode === null
      ? matchFirm(issue, { firm: report.firm, by: null }, now)
      : { state: issue, events: [] };
  const again = issueReportedAgain({
    issueId: id,
    number,
    reportId: report.id,
    domain,
    channel: report.channel,
    reportedAt: now.toISOString(),
  });
  const state = { ...matched.state, handledBy: withHandler(matched.state, ...report.takenBy) };
  return { state, events: [...matched.events, again] };
}
