import type { Announcement } from '@qifutong/contracts/define-event';
import type { Decision } from '@qifutong/kernel/decision';
import { instantOf, isOpen, latest, type Clock } from '../../clock/domain/clock.ts';
import { end, revokeBreach } from '../../clock/domain/clock-moves.ts';
import type { CountyTime } from '../../clock/domain/time-limit.ts';
import { breach } from './breach.ts';
import { cached, type Task } from './task.ts';

/** What was done at the very instant of a deadline was in time. */
function hasMissed(clock: Clock, at: Date): boolean {
  const missedAt = instantOf(clock, 'BREACHED');
  return missedAt !== null && at > missedAt;
}

/** Whether a clock, in whoever's name it runs by now, started because that one was missed. */
function startedBy({ dueAt }: Clock, clock: Clock): boolean {
  return clock.kind !== 'ACCEPTANCE' && instantOf(clock, 'STARTED')!.getTime() === dueAt?.getTime();
}

/**
 * The task as it was at an instant that is heard of only now. What had passed by then is missed; a breach that was recorded since is none,
 * but its notice stays as a document, and a solution clock which that breach alone had started falls away.
 */
export function lookBack(task: Task, at: Date, now: Date, time: CountyTime): Decision<Task, Announcement> {
  const { state, events } = breach(task, latest(now, at), time, at);
  const known = state.clocks.map((clock) => (hasMissed(clock, at) ? clock : revokeBreach(clock, now, time)));
  const waits = known.find((clock) => clock.kind === 'ACCEPTANCE' && isOpen(clock));
  const clocks = known.map((clock) => (waits && startedBy(waits, clock) ? end(clock, 'CANCELLED', at, time) : clock));
  return { state: cached({ ...state, clocks }), events };
}
