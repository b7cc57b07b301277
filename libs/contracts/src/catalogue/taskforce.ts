import type { EventDefinition } from '../define-event.ts';
import { centreClockBreached } from '../taskforce/centre-clock-breached.ts';
import { centreClockWarned } from '../taskforce/centre-clock-warned.ts';
import { centreUrged } from '../taskforce/centre-urged.ts';
import { commonTaskAccepted } from '../taskforce/common-task-accepted.ts';
import { commonTaskBreached } from '../taskforce/common-task-breached.ts';
import { commonTaskOpened } from '../taskforce/common-task-opened.ts';
import { commonTaskSolved } from '../taskforce/common-task-solved.ts';
import { commonTaskUrged } from '../taskforce/common-task-urged.ts';
import { firmClockBreached } from '../taskforce/firm-clock-breached.ts';
import { firmClockUrged } from '../taskforce/firm-clock-urged.ts';
import { interviewUrged } from '../taskforce/interview-urged.ts';
import { taskforceJobPerformed } from '../taskforce/job-performed.ts';
import { taskforceMutationPerformed } from '../taskforce/mutation-performed.ts';
import { returnedTaskUrged } from '../taskforce/returned-task-urged.ts';
import { routingRulesSet } from '../taskforce/routing-rules-set.ts';
import { slaPolicySet } from '../taskforce/sla-policy-set.ts';
import { supervisionAcknowledged } from '../taskforce/supervision-acknowledged.ts';
import { supervisionLifted } from '../taskforce/supervision-lifted.ts';
import { supervisionOpened } from '../taskforce/supervision-opened.ts';
import { taskAccepted } from '../taskforce/task-accepted.ts';
import { taskBreached } from '../taskforce/task-breached.ts';
import { taskCancelled } from '../taskforce/task-cancelled.ts';
import { taskCoHandlerAdded } from '../taskforce/task-co-handler-added.ts';
import { taskCoHandlerRemoved } from '../taskforce/task-co-handler-removed.ts';
import { taskExtended } from '../taskforce/task-extended.ts';
import { taskForceDissolved } from '../taskforce/task-force-dissolved.ts';
import { taskForceFounded } from '../taskforce/task-force-founded.ts';
import { taskForceMembersChanged } from '../taskforce/task-force-members-changed.ts';
import { taskOpened } from '../taskforce/task-opened.ts';
import { taskResumed } from '../taskforce/task-resumed.ts';
import { taskReadmitted } from '../taskforce/task-readmitted.ts';
import { taskReturned } from '../taskforce/task-returned.ts';
import { taskSettled } from '../taskforce/task-settled.ts';
import { taskSolutionRejected } from '../taskforce/task-solution-rejected.ts';
import { taskSolved } from '../taskforce/task-solved.ts';
import { taskSuspended } from '../taskforce/task-suspended.ts';
import { taskTransferred } from '../taskforce/task-transferred.ts';
import { taskUnsettled } from '../taskforce/task-unsettled.ts';
import { taskWarned } from '../taskforce/task-warned.ts';
import { taskforceTrailSealed } from '../taskforce/trail-sealed.ts';
import { urgingAcknowledged } from '../taskforce/urging-acknowledged.ts';
import { urgingIssued } from '../taskforce/urging-issued.ts';
import { urgingIssuedByHand } from '../taskforce/urging-issued-by-hand.ts';
import { urgingReplied } from '../taskforce/urging-replied.ts';
import { workingCalendarSet } from '../taskforce/working-calendar-set.ts';

/** What taskforce announces. */
export const taskforceEvents: readonly EventDefinition[] = [
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
  commonTaskBreached,
  commonTaskUrged,
  firmClockBreached,
  firmClockUrged,
  returnedTaskUrged,
  taskAccepted,
  taskSolved,
  taskBreached,
  taskSettled,
  taskUnsettled,
  taskReadmitted,
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
  interviewUrged,
  supervisionOpened,
  supervisionAcknowledged,
  supervisionLifted,
  slaPolicySet,
  workingCalendarSet,
  taskforceTrailSealed,
  taskforceMutationPerformed,
  taskforceJobPerformed,
];
