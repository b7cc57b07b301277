import { OnCommonTaskAcceptedClock } from './on-common-task-accepted.handler.ts';
import { OnCommonTaskBreachedClock } from './on-common-task-breached.handler.ts';
import { OnCommonTaskOpenedClock } from './on-common-task-opened.handler.ts';
import { OnCommonTaskSolvedClock } from './on-common-task-solved.handler.ts';
import { OnFirmClockBreached } from './on-firm-clock-breached.handler.ts';
import { OnTaskAcceptedClock } from './on-task-accepted.handler.ts';
import { OnTaskBreachedClock } from './on-task-breached.handler.ts';
import { OnTaskCancelledClock } from './on-task-cancelled.handler.ts';
import { OnTaskOpenedClock } from './on-task-opened.handler.ts';
import { OnTaskSettledClock } from './on-task-settled.handler.ts';
import { OnTaskSolvedClock } from './on-task-solved.handler.ts';
import { OnTaskExtendedClock } from './on-task-extended.handler.ts';
import { OnTaskResumedClock } from './on-task-resumed.handler.ts';
import { OnTaskReturnedClock } from './on-task-returned.handler.ts';
import { OnTaskSolutionRejectedClock } from './on-task-solution-rejected.handler.ts';
import { OnTaskSuspendedClock } from './on-task-suspended.handler.ts';
import { OnTaskTransferredClock } from './on-task-transferred.handler.ts';
import { OnTaskUnsettledClock } from './on-task-unsettled.handler.ts';

/** Everything that tells of a clock. */
export const clockHandlers = [
  OnTaskOpenedClock,
  OnTaskAcceptedClock,
  OnTaskSolvedClock,
  OnTaskSettledClock,
  OnTaskUnsettledClock,
  OnTaskBreachedClock,
  OnTaskCancelledClock,
  OnTaskReturnedClock,
  OnTaskTransferredClock,
  OnTaskSuspendedClock,
  OnTaskResumedClock,
  OnTaskExtendedClock,
  OnTaskSolutionRejectedClock,
  OnFirmClockBreached,
  OnCommonTaskOpenedClock,
  OnCommonTaskAcceptedClock,
  OnCommonTaskSolvedClock,
  OnCommonTaskBreachedClock,
];
