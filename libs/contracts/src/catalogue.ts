import type { EventDefinition } from './define-event.ts';
import { acceptanceApplied } from './inspection/acceptance-applied.ts';
import { acceptanceApproved } from './inspection/acceptance-approved.ts';
import { acceptanceLapsed } from './inspection/acceptance-lapsed.ts';
import { acceptanceRefused } from './inspection/acceptance-refused.ts';
import { acceptanceReinstated } from './inspection/acceptance-reinstated.ts';
import { acceptanceWithdrawn } from './inspection/acceptance-withdrawn.ts';
import { appealDecided } from './inspection/appeal-decided.ts';
import { appealLodged } from './inspection/appeal-lodged.ts';
import { documentAcknowledged } from './inspection/document-acknowledged.ts';
import { enrolmentMade } from './inspection/enrolment-made.ts';
import { enrolmentConfirmed } from './inspection/enrolment-confirmed.ts';
import { inspectorConflictDeclared } from './inspection/inspector-conflict-declared.ts';
import { inspectorRegistered } from './inspection/inspector-registered.ts';
import { interviewCorrected } from './inspection/interview-corrected.ts';
import { interviewHeld } from './inspection/interview-held.ts';
import { interviewMissed } from './inspection/interview-missed.ts';
import { interviewSummoned } from './inspection/interview-summoned.ts';
import { interviewWithdrawn } from './inspection/interview-withdrawn.ts';
import { orderDated } from './inspection/order-dated.ts';
import { orderFulfilled } from './inspection/order-fulfilled.ts';
import { orderIssued } from './inspection/order-issued.ts';
import { orderOverdue } from './inspection/order-overdue.ts';
import { orderReopened } from './inspection/order-reopened.ts';
import { orderWithdrawn } from './inspection/order-withdrawn.ts';
import { processPolicySet } from './inspection/process-policy-set.ts';
import { shutdownCorrected } from './inspection/shutdown-corrected.ts';
import { shutdownDefended } from './inspection/shutdown-defended.ts';
import { shutdownDrafted } from './inspection/shutdown-drafted.ts';
import { shutdownLifted } from './inspection/shutdown-lifted.ts';
import { shutdownRefused } from './inspection/shutdown-refused.ts';
import { shutdownSigned } from './inspection/shutdown-signed.ts';
import { shutdownWithdrawn } from './inspection/shutdown-withdrawn.ts';
import { evidenceRemoved } from './inspection/evidence-removed.ts';
import { evidenceUploaded } from './inspection/evidence-uploaded.ts';
import { inspectionRestored } from './inspection/inspection-restored.ts';
import { inspectionSubmitted } from './inspection/inspection-submitted.ts';
import { planMade } from './inspection/plan-made.ts';
import { planPolicySet } from './inspection/plan-policy-set.ts';
import { inspectionVoided } from './inspection/inspection-voided.ts';
import { lightChanged } from './inspection/light-changed.ts';
import { lightCorrected } from './inspection/light-corrected.ts';
import { rulebookPublished } from './inspection/rulebook-published.ts';
import { batchPolicySet } from './intake/batch-policy-set.ts';
import { callbackPolicySet } from './intake/callback-policy-set.ts';
import { commonIssueClosed } from './intake/common-issue-closed.ts';
import { commonIssueConfirmed } from './intake/common-issue-confirmed.ts';
import { commonIssueDeclined } from './intake/common-issue-declined.ts';
import { commonIssueDispatched } from './intake/common-issue-dispatched.ts';
import { commonIssueProposed } from './intake/common-issue-proposed.ts';
import { commonIssueSettled } from './intake/common-issue-settled.ts';
import { guidancePublished } from './intake/guidance-published.ts';
import { guidanceWithdrawn } from './intake/guidance-withdrawn.ts';
import { firmChanged } from './intake/firm-changed.ts';
import { firmRegistered } from './intake/firm-registered.ts';
import { dailyClosureFrozen } from './intake/daily-closure-frozen.ts';
import { dailyClosureSigned } from './intake/daily-closure-signed.ts';
import { issueAnswered } from './intake/issue-answered.ts';
import { issueDispatched } from './intake/issue-dispatched.ts';
import { issueLinked } from './intake/issue-linked.ts';
import { issueMatched } from './intake/issue-matched.ts';
import { issueMerged } from './intake/issue-merged.ts';
import { issueReadmitted } from './intake/issue-readmitted.ts';
import { issueRegistered } from './intake/issue-registered.ts';
import { issueRejected } from './intake/issue-rejected.ts';
import { issueReopened } from './intake/issue-reopened.ts';
import { issueReportedAgain } from './intake/issue-reported-again.ts';
import { issueSettled } from './intake/issue-settled.ts';
import { issueUnmatched } from './intake/issue-unmatched.ts';
import { issueUnlinked } from './intake/issue-unlinked.ts';
import { issueUnsettled } from './intake/issue-unsettled.ts';
import { issueWrittenOff } from './intake/issue-written-off.ts';
import { likenessPolicySet } from './intake/likeness-policy-set.ts';
import { centreClockBreached } from './taskforce/centre-clock-breached.ts';
import { centreClockWarned } from './taskforce/centre-clock-warned.ts';
import { commonTaskAccepted } from './taskforce/common-task-accepted.ts';
import { commonTaskBreached } from './taskforce/common-task-breached.ts';
import { commonTaskOpened } from './taskforce/common-task-opened.ts';
import { commonTaskSolved } from './taskforce/common-task-solved.ts';
import { commonTaskUrged } from './taskforce/common-task-urged.ts';
import { firmClockBreached } from './taskforce/firm-clock-breached.ts';
import { firmClockUrged } from './taskforce/firm-clock-urged.ts';
import { slaPolicySet } from './taskforce/sla-policy-set.ts';
import { routingRulesSet } from './taskforce/routing-rules-set.ts';
import { taskAccepted } from './taskforce/task-accepted.ts';
import { taskBreached } from './taskforce/task-breached.ts';
import { taskCancelled } from './taskforce/task-cancelled.ts';
import { taskForceDissolved } from './taskforce/task-force-dissolved.ts';
import { taskForceFounded } from './taskforce/task-force-founded.ts';
import { taskForceMembersChanged } from './taskforce/task-force-members-changed.ts';
import { taskOpened } from './taskforce/task-opened.ts';
import { taskSettled } from './taskforce/task-settled.ts';
import { taskSolved } from './taskforce/task-solved.ts';
import { taskCoHandlerAdded } from './taskforce/task-co-handler-added.ts';
import { taskCoHandlerRemoved } from './taskforce/task-co-handler-removed.ts';
import { taskExtended } from './taskforce/task-extended.ts';
import { taskResumed } from './taskforce/task-resumed.ts';
import { taskReturned } from './taskforce/task-returned.ts';
import { taskSolutionRejected } from './taskforce/task-solution-rejected.ts';
import { taskSuspended } from './taskforce/task-suspended.ts';
import { taskTransferred } from './taskforce/task-transferred.ts';
import { taskUnsettled } from './taskforce/task-unsettled.ts';
import { urgingIssued } from './taskforce/urging-issued.ts';
import { centreUrged } from './taskforce/centre-urged.ts';
import { supervisionAcknowledged } from './taskforce/supervision-acknowledged.ts';
import { supervisionLifted } from './taskforce/supervision-lifted.ts';
import { supervisionOpened } from './taskforce/supervision-opened.ts';
import { taskWarned } from './taskforce/task-warned.ts';
import { urgingAcknowledged } from './taskforce/urging-acknowledged.ts';
import { urgingIssuedByHand } from './taskforce/urging-issued-by-hand.ts';
import { urgingReplied } from './taskforce/urging-replied.ts';
import { workingCalendarSet } from './taskforce/working-calendar-set.ts';
import { inspectionTrailSealed } from './inspection/trail-sealed.ts';
import { taskforceTrailSealed } from './taskforce/trail-sealed.ts';
import { inspectionJobPerformed } from './inspection/job-performed.ts';
import { inspectionMutationPerformed } from './inspection/mutation-performed.ts';
import { exportTaken } from './intake/export-taken.ts';
import { intakeJobPerformed } from './intake/job-performed.ts';
import { intakeMutationPerformed } from './intake/mutation-performed.ts';
import { reporterShowingRecorded } from './intake/reporter-showing-recorded.ts';
import { taskforceJobPerformed } from './taskforce/job-performed.ts';
import { retentionCarriedOut } from './intake/retention-carried-out.ts';
import { retentionPolicySet } from './intake/retention-policy-set.ts';
import { taskforceMutationPerformed } from './taskforce/mutation-performed.ts';

/** Every event that a service announces. */
export const catalogue: readonly EventDefinition[] = [
  issueRegistered,
  issueDispatched,
  issueWrittenOff,
  issueReopened,
  issueAnswered,
  issueRejected,
  issueMerged,
  issueReadmitted,
  issueLinked,
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
  taskOpened,
  taskCoHandlerAdded,
  taskCoHandlerRemoved,
  taskExtended,
  taskResumed,
  taskReturned,
  taskSolutionRejected,
  taskSuspended,
  taskTransferred,
  taskCancelled,
  commonTaskOpened,
  commonTaskAccepted,
  commonTaskSolved,
  issueMatched,
  issueUnmatched,
  issueReportedAgain,
  firmRegistered,
  firmChanged,
  planMade,
  commonTaskBreached,
  commonTaskUrged,
  firmClockBreached,
  firmClockUrged,
  taskAccepted,
  taskSolved,
  taskBreached,
  taskSettled,
  taskUnsettled,
  urgingIssued,
  taskForceFounded,
  taskForceMembersChanged,
  taskForceDissolved,
  routingRulesSet,
  centreClockWarned,
  centreClockBreached,
  urgingIssuedByHand,
  urgingAcknowledged,
  urgingReplied,
  taskWarned,
  centreUrged,
  supervisionOpened,
  supervisionAcknowledged,
  supervisionLifted,
  slaPolicySet,
  workingCalendarSet,
  inspectionSubmitted,
  inspectionVoided,
  inspectionRestored,
  lightChanged,
  orderIssued,
  orderDated,
  orderFulfilled,
  orderOverdue,
  orderReopened,
  orderWithdrawn,
  interviewSummoned,
  interviewHeld,
  interviewMissed,
  interviewCorrected,
  interviewWithdrawn,
  shutdownDrafted,
  shutdownDefended,
  shutdownSigned,
  shutdownRefused,
  shutdownLifted,
  shutdownCorrected,
  shutdownWithdrawn,
  acceptanceApplied,
  acceptanceApproved,
  acceptanceRefused,
  acceptanceWithdrawn,
  acceptanceLapsed,
  acceptanceReinstated,
  appealLodged,
  appealDecided,
  documentAcknowledged,
  processPolicySet,
  enrolmentMade,
  enrolmentConfirmed,
  inspectorRegistered,
  inspectorConflictDeclared,
  planPolicySet,
  evidenceUploaded,
  evidenceRemoved,
  lightCorrected,
  rulebookPublished,
  taskforceTrailSealed,
  inspectionTrailSealed,
  reporterShowingRecorded,
  retentionCarriedOut,
  retentionPolicySet,
  exportTaken,
  intakeMutationPerformed,
  taskforceMutationPerformed,
  inspectionMutationPerformed,
  intakeJobPerformed,
  taskforceJobPerformed,
  inspectionJobPerformed,
];
