import type { Announcement } from '@qifutong/contracts/define-event';
import { commonTaskAccepted } from '@qifutong/contracts/taskforce/common-task-accepted';
import { taskAccepted } from '@qifutong/contracts/taskforce/task-accepted';
import type { Decision } from '@qifutong/kernel/decision';
import { announce } from './announce.ts';
import { breach } from './breach.ts';
import { deadline } from '../../clock/domain/clock.ts';
import { end } from '../../clock/domain/clock-moves.ts';
import type { CountyTime } from '../../clock/domain/time-limit.ts';
import { startSolution } from './start-solution.ts';
import { assertMove, assertOwn, cached, type Actor, type Task } from './task.ts';

/** 接单: the task force takes the task in hand. A solution clock that a missed acceptance started runs on; else it starts now. */
export function accept(task: Task, { by }: { by: Actor }, now: Date, time: CountyTime): Decision<Task, Announcement> {
  assertOwn(task, by);
  assertMove(task, 'accept');
  const noticed = breach(task, now, time);
  const { clocks } = noticed.state;
  const running = clocks.find(({ kind }) => kind === 'SOLUTION');
  const solution = running ?? startSolution(noticed.state, now, time);
  const others = clocks.filter((clock) => clock !== running);
  const ended = others.map((clock) => (clock.kind === 'ACCEPTANCE' ? end(clock, 'MET', now, time) : clock));
  const acceptedBy = by.sub;
  const told = { acceptedBy, acceptedAt: now.toISOString(), solutionDueAt: deadline(solution).toISOString() };
  const accepted = announce(
    task,
    (issues) => taskAccepted({ ...issues, ...told }),
    (common) => commonTaskAccepted({ ...common, ...told }),
  );
  return {
    state: cached({ ...noticed.state, status: 'ACCEPTED', acceptedAt: now, acceptedBy, clocks: [...ended, solution] }),
    events: [...noticed.events, accepted],
  };
}
