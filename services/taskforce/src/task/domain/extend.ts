import type { Announcement } from '@qifutong/contracts/define-event';
import { taskExtended } from '@qifutong/contracts/taskforce/task-extended';
import type { Decision } from '@qifutong/kernel/decision';
import { deadline, isRunning, type Clock } from '../../clock/domain/clock.ts';
import { durationMs } from '../../clock/domain/duration.ts';
import { extend as moved } from '../../clock/domain/clock-moves.ts';
import type { CountyTime } from '../../clock/domain/time-limit.ts';
import { ofEither, solutionDeadlines } from './announce.ts';
import { breach } from './breach.ts';
import { reject } from './rejections.ts';
import { assertMove, cached, type Task } from './task.ts';

interface Extension {
  readonly until: Date;
  readonly reason: string;
  readonly by: string;
  /** how far a deadline may be moved, the very instant included; an ISO 8601 duration */
  readonly atMost: string;
}

/** The time to accept is not extended, only that to find a solution. */
const isOfSolution = ({ kind }: Clock) => kind === 'SOLUTION' || kind === 'FIRM';

/**
 * 延期: a commander moves the deadline once, before it has passed: that of the task force and the firm's own alike; also of a task that waits to
 * be accepted, where either runs already.
 */
export function extend(
  task: Task,
  { until, reason, by, atMost }: Extension,
  now: Date,
  time: CountyTime,
): Decision<Task, Announcement> {
  assertMove(task, 'extend');
  const { number, status } = task;
  if (task.extendedAt !== null) throw reject('EXTENSION_USED_UP', { number });
  const { state, events } = breach(task, now, time);
  if (!state.clocks.some(isOfSolution)) throw reject('TASK_STATUS_FORBIDS_MOVE', { number, status, move: 'extend' });
  const running = state.clocks.filter((clock) => isOfSolution(clock) && isRunning(clock));
  if (running.length === 0) throw reject('DEADLINE_PASSED', { number });
  const last = Math.max(...running.map((clock) => deadline(clock).getTime()));
  if (until.getTime() > last + durationMs(atMost)) throw reject('EXTENSION_TOO_LONG', { field: 'until', atMost });
  const clocks = state.clocks.map((clock) => (isOfSolution(clock) ? moved(clock, until, now, time) : clock));
  // an instant outside of working time may give nothing
  if (!clocks.some((clock, i) => isRunning(clock) && deadline(clock) > deadline(state.clocks[i]!)))
    throw reject('EXTENSION_NOT_LATER', { field: 'until' });
  const granted = { extendedAt: now, extendedBy: by, extendedUntil: until, extensionReason: reason };
  const instants = { extendedAt: now.toISOString(), extendedUntil: until.toISOString(), ...solutionDeadlines(clocks) };
  return {
    state: cached({ ...state, ...granted, clocks }),
    events: [...events, taskExtended({ ...ofEither(task), extendedBy: by, ...instants })],
  };
}
