import type { Announcement } from '@qifutong/contracts/define-event';
import type { Decision } from '@qifutong/kernel/decision';
import { assertMove, type CommonIssue } from './common-issue.ts';

interface Cause {
  readonly cause: string;
  /** null leaves what was said of it */
  readonly causeIsOwnRule: boolean | null;
}

/** Names what lies behind it, which may be one of the county's own rules. */
export function setCause(common: CommonIssue, told: Cause): Decision<CommonIssue, Announcement> {
  assertMove(common, 'setCause');
  const causeIsOwnRule = told.causeIsOwnRule ?? common.causeIsOwnRule;
  return { state: { ...common, cause: told.cause, causeIsOwnRule }, events: [] };
}
