import type { EventDefinition } from './define-event.ts';
import { inspectionSubmitted } from './inspection/inspection-submitted.ts';
import { lightChanged } from './inspection/light-changed.ts';
import { firmChanged } from './intake/firm-changed.ts';
import { firmRegistered } from './intake/firm-registered.ts';
import { issueDispatched } from './intake/issue-dispatched.ts';
import { issueMatched } from './intake/issue-matched.ts';
import { issueRegistered } from './intake/issue-registered.ts';
import { issueReopened } from './intake/issue-reopened.ts';
import { issueReportedAgain } from './intake/issue-reported-again.ts';
import { issueWrittenOff } from './intake/issue-written-off.ts';
import { taskAccepted } from './taskforce/task-accepted.ts';
import { taskBreached } from './taskforce/task-breached.ts';
import { taskSolved } from './taskforce/task-solved.ts';
import { urgingIssued } from './taskforce/urging-issued.ts';

/** Every event that a service announces. */
export const catalogue: readonly EventDefinition[] = [
  issueRegistered,
  issueDispatched,
  issueWrittenOff,
  issueReopened,
  issueMatched,
  issueReportedAgain,
  firmRegistered,
  firmChanged,
  taskAccepted,
  taskSolved,
  taskBreached,
  urgingIssued,
  inspectionSubmitted,
  lightChanged,
];
