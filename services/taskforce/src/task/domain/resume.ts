import type { Announcement } from '@qifutong/contracts/define-event';
import { taskResumed } from '@qifutong/contracts/taskforce/task-resumed';
import type { Decision } from '@qifutong/kernel/decision';
import { resume as goingOn } from '../../clock/domain/clock-moves.ts';
import type { CountyTime } from '../../clock/domain/time-limit.ts';
import { ofEither, solutionDeadlines } from './announce.ts';
import { assertMove, cached, type Task } from './task.ts';

const notSuspended = { suspendedAt: null, suspendedBy: null, suspensionReason: null, suspensionNote: null };

/** The task's clocks go on with what was left to them. */
export function resume(
  task: Task,
  { by }: { readonly by: string },
  now: Date,
  time: CountyTime,
): Decision<Task, Announcement> {
  assertMove(task, 'resume');
  const clocks = task.clocks.map((clock) => goingOn(clock, now, time));
  const told = { resumedBy: by, resumedAt: now.toISOString(), ...solutionDeadlines(clocks) };
  return {
    state: cached({ ...task, ...notSuspended, status: 'ACCEPTED', clocks }),
    events: [taskResumed({ ...ofEither(task), ...told })],
  };
}
