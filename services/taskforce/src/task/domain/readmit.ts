import type { Announcement } from '@qifutong/contracts/define-event';
import { taskReadmitted } from '@qifutong/contracts/taskforce/task-readmitted';
import type { Decision } from '@qifutong/kernel/decision';
import { ofIssue } from './announce.ts';
import { assertMove, cached, type Task } from './task.ts';

/** The solved issue that was merged is taken out again, and what it was before: solved by this task, whose clocks had been met by then and stay as they are. */
export function readmit(task: Task, { at }: { readonly at: Date }): Decision<Task, Announcement> {
  assertMove(task, 'readmit');
  const notCancelled = { status: 'SOLUTION_PROPOSED', cancelledAt: null, cancelledBecause: null } as const;
  return {
    state: cached({ ...task, ...notCancelled }),
    events: [taskReadmitted({ ...ofIssue(task), readmittedAt: at.toISOString() })],
  };
}
