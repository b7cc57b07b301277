import { OnCommonIssueClosed } from './on-common-issue-closed.handler.ts';
import { OnCommonIssueDispatched } from './on-common-issue-dispatched.handler.ts';
import { OnCommonIssueSettled } from './on-common-issue-settled.handler.ts';
import { OnIssueDispatched } from './on-issue-dispatched.handler.ts';
import { OnIssueLinked } from './on-issue-linked.handler.ts';
import { OnIssueMatched } from './on-issue-matched.handler.ts';
import { OnIssueMerged } from './on-issue-merged.handler.ts';
import { OnIssueReadmitted } from './on-issue-readmitted.handler.ts';
import { OnIssueRejected } from './on-issue-rejected.handler.ts';
import { OnIssueReopened } from './on-issue-reopened.handler.ts';
import { OnIssueSettled } from './on-issue-settled.handler.ts';
import { OnIssueUnmatched } from './on-issue-unmatched.handler.ts';
import { OnIssueUnsettled } from './on-issue-unsettled.handler.ts';
import { OnIssueWrittenOff } from './on-issue-written-off.handler.ts';

/** What of intake's events moves tasks. */
export const heard = [
  OnIssueDispatched,
  OnIssueWrittenOff,
  OnIssueReopened,
  OnIssueMatched,
  OnIssueUnmatched,
  OnIssueMerged,
  OnIssueLinked,
  OnIssueRejected,
  OnIssueSettled,
  OnIssueUnsettled,
  OnIssueReadmitted,
  OnCommonIssueDispatched,
  OnCommonIssueSettled,
  OnCommonIssueClosed,
] as const;
