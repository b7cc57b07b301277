import { instantOf, isOpen, type Clock } from '../../clock/domain/clock.ts';
import { carriedOn, end, resume } from '../../clock/domain/clock-moves.ts';
import type { CountyTime } from '../../clock/domain/time-limit.ts';
import { firmClock, type Task } from './task.ts';

/**
 * The clocks of a task that nobody has any more: what its task force owed falls away, the firm's own runs on in it; one that stood still goes on. One that started
 * only after that instant is no clock of the firm's: nothing had been promised yet.
 */
export function runOn(task: Task, at: Date, time: CountyTime): readonly Clock[] {
  const ran = firmClock(task);
  const goesOn = ran && instantOf(ran, 'STARTED')! <= at && (ran.kind === 'FIRM' || isOpen(ran));
  const fallen = task.clocks
    .filter(({ kind }) => !goesOn || kind !== 'FIRM')
    .map((clock) => end(clock, 'CANCELLED', at, time));
  return goesOn ? [carriedOn(resume(ran, at, time), 'FIRM'), ...fallen] : fallen;
}
