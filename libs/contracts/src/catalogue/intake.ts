import type { EventDefinition } from '../define-event.ts';
import { batchPolicySet } from '../intake/batch-policy-set.ts';
import { callbackPolicySet } from '../intake/callback-policy-set.ts';
import { commonIssueClosed } from '../intake/common-issue-closed.ts';
import { commonIssueConfirmed } from '../intake/common-issue-confirmed.ts';
import { commonIssueDeclined } from '../intake/common-issue-declined.ts';
import { commonIssueDispatched } from '../intake/common-issue-dispatched.ts';
import { commonIssueProposed } from '../intake/common-issue-proposed.ts';
import { commonIssueSettled } from '../intake/common-issue-settled.ts';
import { dailyClosureFrozen } from '../intake/daily-closure-frozen.ts';
import { dailyClosureSigned } from '../intake/daily-closure-signed.ts';
import { exportTaken } from '../intake/export-taken.ts';
import { firmChanged } from '../intake/firm-changed.ts';
import { firmRegistered } from '../intake/firm-registered.ts';
import { guidancePublished } from '../intake/guidance-published.ts';
import { guidanceWithdrawn } from '../intake/guidance-withdrawn.ts';
import { issueAnswered } from '../intake/issue-answered.ts';
import { issueDispatched } from '../intake/issue-dispatched.ts';
import { issueDispatchedAsMember } from '../intake/issue-dispatched-as-member.ts';
import { issueLeftToBatch } from '../intake/issue-left-to-batch.ts';
import { issueLinked } from '../intake/issue-linked.ts';
import { issueMatched } from '../intake/issue-matched.ts';
import { issueMerged } from '../intake/issue-merged.ts';
import { issueReadmitted } from '../intake/issue-readmitted.ts';
import { issueRegistered } from '../intake/issue-registered.ts';
import { issueRejected } from '../intake/issue-rejected.ts';
import { issueReopened } from '../intake/issue-reopened.ts';
import { issueReportedAgain } from '../intake/issue-reported-again.ts';
import { issueSettled } from '../intake/issue-settled.ts';
import { issueTriaged } from '../intake/issue-triaged.ts';
import { issueUnlinked } from '../intake/issue-unlinked.ts';
import { issueUnmatched } from '../intake/issue-unmatched.ts';
import { issueUnsettled } from '../intake/issue-unsettled.ts';
import { issueWrittenOff } from '../intake/issue-written-off.ts';
import { intakeJobPerformed } from '../intake/job-performed.ts';
import { likenessPolicySet } from '../intake/likeness-policy-set.ts';
import { intakeMutationPerformed } from '../intake/mutation-performed.ts';
import { reporterShowingRecorded } from '../intake/reporter-showing-recorded.ts';
import { retentionCarriedOut } from '../intake/retention-carried-out.ts';
import { retentionPolicySet } from '../intake/retention-policy-set.ts';

/** What intake announces. */
export const intakeEvents: readonly EventDefinition[] = [
  issueRegistered,
  issueDispatched,
  issueWrittenOff,
  issueReopened,
  issueAnswered,
  issueRejected,
  issueMerged,
  issueReadmitted,
  issueLinked,
  issueDispatchedAsMember,
  issueLeftToBatch,
  issueTriaged,
  issueUnlinked,
  issueSettled,
  issueUnsettled,
  commonIssueProposed,
  commonIssueConfirmed,
  commonIssueDeclined,
  commonIssueDispatched,
  commonIssueSettled,
  commonIssueClosed,
  dailyClosureFrozen,
  dailyClosureSigned,
  guidancePublished,
  guidanceWithdrawn,
  callbackPolicySet,
  likenessPolicySet,
  batchPolicySet,
  issueMatched,
  issueUnmatched,
  issueReportedAgain,
  firmRegistered,
  firmChanged,
  reporterShowingRecorded,
  retentionCarriedOut,
  retentionPolicySet,
  exportTaken,
  intakeMutationPerformed,
  intakeJobPerformed,
];
