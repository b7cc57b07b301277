import { isOpen, type Clock } from '../../clock/domain/clock.ts';
import { carriedOn, end, resume } from '../../clock/domain/clock-moves.ts';
import type { CountyTime } from '../../clock/domain/time-limit.ts';
import { firmClock, type Task } from './task.ts';

/** The clocks of a task that nobody has any more: what its task force owed falls away, the firm's own runs on in it; one that stood still goes on. */
export function runOn(task: Task, at: Date, time: CountyTime): readonly Clock[] {
  const ran = firmClock(task);
  const own = task.clocks.filter(({ kind }) => kind !== 'FIRM').map((clock) => end(clock, 'CANCELLED', at, time));
  if (!ran || (ran.kind !== 'FIRM' && !isOpen(ran))) return own;
  return [carriedOn(resume(ran, at, time), 'FIRM'), ...own];
}
