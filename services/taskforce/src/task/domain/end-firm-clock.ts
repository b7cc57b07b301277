import type { Announcement } from '@qifutong/contracts/define-event';
import type { Decision } from '@qifutong/kernel/decision';
import { instantOf, latest } from '../../clock/domain/clock.ts';
import { end, revokeEnd } from '../../clock/domain/clock-moves.ts';
import type { CountyTime } from '../../clock/domain/time-limit.ts';
import { breach } from './breach.ts';
import { lookBack } from './look-back.ts';
import { cached, type Task } from './task.ts';

interface Ending {
  readonly type: 'MET' | 'CANCELLED';
  /** which may be heard later */
  readonly at: Date;
}

/** The firm's clock of a member of a common issue ends: a batch settled the issue, or it went another way, or has a task of its own again. */
export function endFirmClock(
  task: Task,
  { type, at }: Ending,
  now: Date,
  time: CountyTime,
): Decision<Task, Announcement> {
  const { state, events } = lookBack(task, at, now, time);
  const clocks = state.clocks.map((clock) => (clock.kind === 'FIRM' ? end(clock, type, at, time) : clock));
  return { state: cached({ ...state, clocks }), events };
}

/** The batch that had settled it was reverted: it runs on as if it had never been met. */
export function reviveFirmClock(
  task: Task,
  { at }: Pick<Ending, 'at'>,
  now: Date,
  time: CountyTime,
): Decision<Task, Announcement> {
  const clocks = task.clocks.map((clock) =>
    clock.kind === 'FIRM' && instantOf(clock, 'MET') !== null ? revokeEnd(clock, at, time) : clock,
  );
  return breach(cached({ ...task, clocks }), latest(now, at), time);
}
