import { isOpen, leftBy, type Clock } from '../../clock/domain/clock.ts';
import type { CountyTime } from '../../clock/domain/time-limit.ts';
import { isAwaited, type Task } from './task.ts';

type Timed = Pick<Task, 'status' | 'awaitsRedispatch' | 'clocks'>;

/**
 * Milliseconds that count until a clock's deadline: of a suspended one what is left; below zero after a deadline whose demand is
 * still to be met; null of one that has ended otherwise.
 */
export function remaining(task: Timed, clock: Clock, now: Date, time: CountyTime): number | null {
  return isOpen(clock) || isAwaited(task, clock) ? leftBy(clock, now, time) : null;
}

/** That of the clock which presses most; null where none does. */
export function leastRemaining(task: Timed, now: Date, time: CountyTime): number | null {
  const known = task.clocks.map((clock) => remaining(task, clock, now, time)).filter((ms) => ms !== null);
  return known.length === 0 ? null : Math.min(...known);
}
