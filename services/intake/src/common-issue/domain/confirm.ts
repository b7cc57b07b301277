import type { Announcement } from '@qifutong/contracts/define-event';
import type { Domain } from '@qifutong/contracts/fields';
import { commonIssueConfirmed } from '@qifutong/contracts/intake/common-issue-confirmed';
import type { Decision } from '@qifutong/kernel/decision';
import { assertMove, type CommonIssue } from './common-issue.ts';

/** What the analyst says otherwise than the proposal; null leaves it. */
interface Confirmation {
  readonly title: string | null;
  readonly domain: Domain | null;
  readonly cause: string | null;
  readonly causeIsOwnRule: boolean | null;
  readonly by: string;
}

/** An analyst says that it is one. */
export function confirm(common: CommonIssue, told: Confirmation, now: Date): Decision<CommonIssue, Announcement> {
  assertMove(common, 'confirm');
  const domain = told.domain ?? common.domain;
  const { id: commonIssueId, number: commonIssueNumber } = common;
  return {
    state: {
      ...common,
      state: 'CONFIRMED',
      title: told.title ?? common.title,
      domain,
      cause: told.cause ?? common.cause,
      causeIsOwnRule: told.causeIsOwnRule ?? common.causeIsOwnRule,
      confirmedAt: now,
      confirmedBy: told.by,
    },
    events: [commonIssueConfirmed({ commonIssueId, commonIssueNumber, domain, confirmedAt: now.toISOString() })],
  };
}
