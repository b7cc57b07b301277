import { OnCommonTaskAcceptedClock } from './on-common-task-accepted.handler.ts';
import { OnCommonTaskBreachedClock } from './on-common-task-breached.handler.ts';
import { OnCommonTaskOpenedClock } from './on-common-task-opened.handler.ts';
import { OnCommonTaskSolvedClock } from './on-common-task-solved.handler.ts';
import { OnTaskAcceptedClock } from './on-task-accepted.handler.ts';
import { OnTaskBreachedClock } from './on-task-breached.handler.ts';
import { OnTaskCancelledClock } from './on-task-cancelled.handler.ts';
import { OnTaskOpenedClock } from './on-task-opened.handler.ts';
import { OnTaskSettledClock } from './on-task-settled.handler.ts';
import { OnTaskSolvedClock } from './on-task-solved.handler.ts';
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
  OnCommonTaskOpenedClock,
  OnCommonTaskAcceptedClock,
  OnCommonTaskSolvedClock,
  OnCommonTaskBreachedClock,
];
