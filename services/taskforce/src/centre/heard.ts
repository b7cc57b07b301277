import { OnIssueAnswered } from './on-issue-answered.handler.ts';
import { OnIssueDispatched } from './on-issue-dispatched.handler.ts';
import { OnIssueDispatchedAsMember } from './on-issue-dispatched-as-member.handler.ts';
import { OnIssueLeftToBatch } from './on-issue-left-to-batch.handler.ts';
import { OnIssueLinked } from './on-issue-linked.handler.ts';
import { OnIssueMatched } from './on-issue-matched.handler.ts';
import { OnIssueMerged } from './on-issue-merged.handler.ts';
import { OnIssueReadmitted } from './on-issue-readmitted.handler.ts';
import { OnIssueRegistered } from './on-issue-registered.handler.ts';
import { OnIssueRejected } from './on-issue-rejected.handler.ts';
import { OnIssueReopened } from './on-issue-reopened.handler.ts';
import { OnIssueSettled } from './on-issue-settled.handler.ts';
import { OnIssueTriaged } from './on-issue-triaged.handler.ts';
import { OnIssueUnlinked } from './on-issue-unlinked.handler.ts';
import { OnIssueUnmatched } from './on-issue-unmatched.handler.ts';
import { OnIssueUnsettled } from './on-issue-unsettled.handler.ts';
import { OnIssueWrittenOff } from './on-issue-written-off.handler.ts';

/** What of intake's events moves the centre's own clocks. */
export const heardByCentre = [
  OnIssueRegistered,
  OnIssueTriaged,
  OnIssueDispatched,
  OnIssueAnswered,
  OnIssueSettled,
  OnIssueUnsettled,
  OnIssueRejected,
  OnIssueMerged,
  OnIssueLinked,
  OnIssueDispatchedAsMember,
  OnIssueLeftToBatch,
  OnIssueUnlinked,
  OnIssueReadmitted,
  OnIssueReopened,
  OnIssueWrittenOff,
  OnIssueMatched,
  OnIssueUnmatched,
] as const;
