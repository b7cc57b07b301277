import type { Announcement } from '@qifutong/contracts/define-event';
import { commonTaskBreached } from '@qifutong/contracts/taskforce/common-task-breached';
import { firmClockBreached } from '@qifutong/contracts/taskforce/firm-clock-breached';
import { taskBreached } from '@qifutong/contracts/taskforce/task-breached';
import type { Decision } from '@qifutong/kernel/decision';
import { announce, isOfTaskForce, ofEither } from './announce.ts';
import { deadline, isMissed, type ClockKind } from '../../clock/domain/clock.ts';
import { miss } from '../../clock/domain/clock-moves.ts';
import type { CountyTime } from '../../clock/domain/time-limit.ts';
import { startSolution } from './start-solution.ts';
import { cached, type Task } from './task.ts';

/** One missed deadline. */
interface Breach {
  readonly kind: ClockKind;
  readonly dueAt: Date;
  readonly noticedAt: Date;
}

function announced(task: Task, { kind, ...when }: Breach): Announcement {
  const at = { dueAt: when.dueAt.toISOString(), noticedAt: when.noticedAt.toISOString() };
  if (!isOfTaskForce(kind)) return firmClockBreached({ ...ofEither(task), ...at });
  const missed = { clock: kind, ...at };
  return announce(
    task,
    (issues) => taskBreached({ ...issues, ...missed }),
    (common) => commonTaskBreached({ ...common, ...missed }),
  );
}

/**
 * Records every deadline that has passed by now, each once and with its true due time. A task that is never accepted does not
 * escape: at the instant at which its acceptance was due its solution clock started, and that may have run out as well.
 * @param until what fell due later does not count: the task had ended by then, though it is only heard of now
 */
export function breach(task: Task, now: Date, time: CountyTime, until = now): Decision<Task, Announcement> {
  const clock = task.clocks.find((one) => isMissed(one, until));
  if (!clock) return { state: task, events: [] };
  const due = deadline(clock);
  const starts = clock.kind === 'ACCEPTANCE' && task.clocks.every(({ kind }) => kind !== 'SOLUTION');
  const started = starts ? [startSolution(task, due, time)] : [];
  const clocks = [...task.clocks.map((one) => (one === clock ? miss(one, now, time) : one)), ...started];
  const rest = breach(cached({ ...task, clocks }), now, time, until);
  return {
    state: rest.state,
    events: [announced(task, { kind: clock.kind, dueAt: due, noticedAt: now }), ...rest.events],
  };
}
