import { type Clock } from '../../clock/domain/clock.ts';
import { extend, startClock } from '../../clock/domain/clock-moves.ts';
import type { CountyTime } from '../../clock/domain/time-limit.ts';
import type { Task } from './task.ts';

/** The task force owes a solution from then on: in the time of its policy, or until the instant that an extension of the round named, where that is later. */
export function startSolution(task: Task, at: Date, time: CountyTime): Clock {
  const { policyVersion, solveWithin: limit, warnAt, extendedUntil } = task;
  const started = startClock({ kind: 'SOLUTION', limit, warnAt, policyVersion }, at, time);
  return extendedUntil === null ? started : extend(started, extendedUntil, at, time);
}
