import type { Announcement } from '@qifutong/contracts/define-event';
import { commonTaskAccepted } from '@qifutong/contracts/taskforce/common-task-accepted';
import { taskAccepted } from '@qifutong/contracts/taskforce/task-accepted';
import type { Decision } from '@qifutong/kernel/decision';
import { announce } from './announce.ts';
import { breach } from './breach.ts';
import { dueAt, end, startClock } from './clock.ts';
import { assertMove, assertOwn, cached, type Actor, type Task } from './task.ts';

/** 接单: the task force takes the task in hand. A solution clock that a missed acceptance started runs on; else it starts now. */
export function accept(task: Task, { by }: { by: Actor }, now: Date): Decision<Task, Announcement> {
  assertOwn(task, by);
  assertMove(task, 'accept');
  const noticed = breach(task, now);
  const { policyVersion, solveWithin: limit, clocks } = noticed.state;
  const running = clocks.find(({ kind }) => kind === 'SOLUTION');
  const solution = running ?? startClock({ kind: 'SOLUTION', limit, policyVersion }, now);
  const ended = clocks.filter((clock) => clock !== running).map((clock) => end(clock, 'MET', now));
  const acceptedBy = by.sub;
  const told = { acceptedBy, acceptedAt: now.toISOString(), solutionDueAt: dueAt(solution).toISOString() };
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
