import type { Announcement } from '@qifutong/contracts/define-event';
import type { Decision } from '@qifutong/kernel/decision';
import { assertMove, type CommonIssue } from './common-issue.ts';

/** Names what lies behind it, which may be one of the county's own rules. */
export function setCause(
  common: CommonIssue,
  { cause, causeIsOwnRule }: Pick<CommonIssue, 'cause' | 'causeIsOwnRule'>,
): Decision<CommonIssue, Announcement> {
  assertMove(common, 'setCause');
  return { state: { ...common, cause, causeIsOwnRule }, events: [] };
}
