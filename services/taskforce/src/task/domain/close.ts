import type { Announcement } from '@qifutong/contracts/define-event';
import type { Decision } from '@qifutong/kernel/decision';
import { breach } from './breach.ts';
import { end } from '../../clock/domain/clock-moves.ts';
import type { CountyTime } from '../../clock/domain/time-limit.ts';
import { assertMove, cached, type ClosedBecause, type Task } from './task.ts';

/** Ends the task of a round that is over: its issue was written off, or reopened in a new round. What was missed until then stays. */
export function close(
  task: Task,
  { because }: { because: ClosedBecause },
  now: Date,
  time: CountyTime,
): Decision<Task, Announcement> {
  assertMove(task, 'close');
  const { state, events } = breach(task, now, time);
  const clocks = state.clocks.map((clock) => end(clock, 'CANCELLED', now, time));
  return { state: cached({ ...state, status: 'CLOSED', closedAt: now, closedBecause: because, clocks }), events };
}
