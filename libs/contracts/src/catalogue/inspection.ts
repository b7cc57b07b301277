import type { EventDefinition } from '../define-event.ts';
import { acceptanceApplied } from '../inspection/acceptance-applied.ts';
import { acceptanceApproved } from '../inspection/acceptance-approved.ts';
import { acceptanceLapsed } from '../inspection/acceptance-lapsed.ts';
import { acceptanceRefused } from '../inspection/acceptance-refused.ts';
import { acceptanceReinstated } from '../inspection/acceptance-reinstated.ts';
import { acceptanceWithdrawn } from '../inspection/acceptance-withdrawn.ts';
import { appealDecided } from '../inspection/appeal-decided.ts';
import { appealLodged } from '../inspection/appeal-lodged.ts';
import { documentAcknowledged } from '../inspection/document-acknowledged.ts';
import { enrolmentConfirmed } from '../inspection/enrolment-confirmed.ts';
import { enrolmentMade } from '../inspection/enrolment-made.ts';
import { enrolmentMoved } from '../inspection/enrolment-moved.ts';
import { evidenceRemoved } from '../inspection/evidence-removed.ts';
import { evidenceUploaded } from '../inspection/evidence-uploaded.ts';
import { inspectionRestored } from '../inspection/inspection-restored.ts';
import { inspectionSubmitted } from '../inspection/inspection-submitted.ts';
import { inspectionVoided } from '../inspection/inspection-voided.ts';
import { inspectorConflictDeclared } from '../inspection/inspector-conflict-declared.ts';
import { inspectorConflictWithdrawn } from '../inspection/inspector-conflict-withdrawn.ts';
import { inspectorRegistered } from '../inspection/inspector-registered.ts';
import { interviewCorrected } from '../inspection/interview-corrected.ts';
import { interviewHeld } from '../inspection/interview-held.ts';
import { interviewMissed } from '../inspection/interview-missed.ts';
import { interviewSummoned } from '../inspection/interview-summoned.ts';
import { interviewWithdrawn } from '../inspection/interview-withdrawn.ts';
import { inspectionJobPerformed } from '../inspection/job-performed.ts';
import { lightChanged } from '../inspection/light-changed.ts';
import { lightCorrected } from '../inspection/light-corrected.ts';
import { inspectionMutationPerformed } from '../inspection/mutation-performed.ts';
import { orderDated } from '../inspection/order-dated.ts';
import { orderFulfilled } from '../inspection/order-fulfilled.ts';
import { orderIssued } from '../inspection/order-issued.ts';
import { orderOverdue } from '../inspection/order-overdue.ts';
import { orderReopened } from '../inspection/order-reopened.ts';
import { orderWithdrawn } from '../inspection/order-withdrawn.ts';
import { planMade } from '../inspection/plan-made.ts';
import { planPolicySet } from '../inspection/plan-policy-set.ts';
import { processPolicySet } from '../inspection/process-policy-set.ts';
import { rulebookPublished } from '../inspection/rulebook-published.ts';
import { rulebookWithdrawn } from '../inspection/rulebook-withdrawn.ts';
import { shutdownCorrected } from '../inspection/shutdown-corrected.ts';
import { shutdownDefended } from '../inspection/shutdown-defended.ts';
import { shutdownDrafted } from '../inspection/shutdown-drafted.ts';
import { shutdownLifted } from '../inspection/shutdown-lifted.ts';
import { shutdownRefused } from '../inspection/shutdown-refused.ts';
import { shutdownSigned } from '../inspection/shutdown-signed.ts';
import { shutdownWithdrawn } from '../inspection/shutdown-withdrawn.ts';
import { inspectionTrailSealed } from '../inspection/trail-sealed.ts';

/** What inspection announces. */
export const inspectionEvents: readonly EventDefinition[] = [
  planMade,
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
  enrolmentMoved,
  inspectorRegistered,
  inspectorConflictDeclared,
  inspectorConflictWithdrawn,
  planPolicySet,
  evidenceUploaded,
  evidenceRemoved,
  lightCorrected,
  rulebookPublished,
  rulebookWithdrawn,
  inspectionTrailSealed,
  inspectionMutationPerformed,
  inspectionJobPerformed,
];
