import type { Announcement } from '@qifutong/contracts/define-event';
import { taskCancelled } from '@qifutong/contracts/taskforce/task-cancelled';
import type { Decision } from '@qifutong/kernel/decision';
import { firmGoesOn, ofIssue } from './announce.ts';
import { end } from '../../clock/domain/clock-moves.ts';
import type { CountyTime } from '../../clock/domain/time-limit.ts';
import { lookBack } from './look-back.ts';
import { runOn } from './run-on.ts';
import { assertMove, cached, type CancelledBecause, type Task } from './task.ts';

export interface Cancellation {
  readonly because: CancelledBecause;
  /** the common issue that took the task's issue in, when that is why */
  readonly commonIssueId: string | null;
  /** when its issue went another way, which may be heard later */
  readonly at: Date;
}

/**
 * Ends a task whose issue is worked on elsewhere, or no longer. What was missed until then stays; what fell due since does not count. A member of a
 * common issue keeps its firm's clock.
 */
export function cancel(
  task: Task,
  cancellation: Cancellation,
  now: Date,
  time: CountyTime,
): Decision<Task, Announcement> {
  assertMove(task, 'cancel');
  const { because, commonIssueId, at } = cancellation;
  const { state, events } = lookBack(task, at, now, time);
  const fallen = () => state.clocks.map((clock) => end(clock, 'CANCELLED', at, time));
  const clocks = because === 'COMMON_ISSUE' ? runOn(state, at, time) : fallen();
  const cancelled = { status: 'CANCELLED', cancelledAt: at, cancelledBecause: because, commonIssueId } as const;
  const told = { because, commonIssueId, cancelledAt: at.toISOString(), ...firmGoesOn(clocks) };
  return {
    state: cached({ ...state, ...cancelled, clocks }),
    events: [...events, taskCancelled({ ...ofIssue(task), ...told })],
  };
}
