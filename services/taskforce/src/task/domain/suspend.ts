import type { Announcement } from '@qifutong/contracts/define-event';
import type { SuspensionReason } from '@qifutong/contracts/fields';
import { taskSuspended } from '@qifutong/contracts/taskforce/task-suspended';
import type { Decision } from '@qifutong/kernel/decision';
import { isRunning } from '../../clock/domain/clock.ts';
import { suspend as stopped } from '../../clock/domain/clock-moves.ts';
import type { CountyTime } from '../../clock/domain/time-limit.ts';
import { ofEither } from './announce.ts';
import { breach } from './breach.ts';
import { reject } from './rejections.ts';
import { assertMove, cached, type Task } from './task.ts';

interface Suspension {
  readonly reason: SuspensionReason;
  readonly note: string | null;
  readonly by: string;
}

/** The centre lets the task's clocks stand still. What was missed until then stays, and is awaited still. @throws SUSPENSION_TOO_LATE where nothing is left to stand still */
export function suspend(
  task: Task,
  { reason, note, by }: Suspension,
  now: Date,
  time: CountyTime,
): Decision<Task, Announcement> {
  assertMove(task, 'suspend');
  const { state, events } = breach(task, now, time);
  const { number } = task;
  if (!state.clocks.some(isRunning)) throw reject('SUSPENSION_TOO_LATE', { field: 'taskId', number });
  const clocks = state.clocks.map((clock) => stopped(clock, reason, now, time));
  const why = { suspendedAt: now, suspendedBy: by, suspensionReason: reason, suspensionNote: note };
  const told = { suspensionReason: reason, suspendedBy: by, suspendedAt: now.toISOString() };
  return {
    state: cached({ ...state, ...why, status: 'SUSPENDED', clocks }),
    events: [...events, taskSuspended({ ...ofEither(task), ...told })],
  };
}
