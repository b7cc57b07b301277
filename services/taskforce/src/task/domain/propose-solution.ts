import type { Announcement } from '@qifutong/contracts/define-event';
import { commonTaskSolved } from '@qifutong/contracts/taskforce/common-task-solved';
import { taskSolved } from '@qifutong/contracts/taskforce/task-solved';
import type { Decision } from '@qifutong/kernel/decision';
import { announce } from './announce.ts';
import { breach } from './breach.ts';
import { end } from '../../clock/domain/clock-moves.ts';
import type { CountyTime } from '../../clock/domain/time-limit.ts';
import { assertMove, assertOwn, cached, type Actor, type Task } from './task.ts';

interface Solution {
  readonly text: string;
  readonly measures: readonly string[];
  readonly attachments: readonly string[];
  readonly by: Actor;
}

export function solved(task: Task, solvedBy: string, at: Date): Announcement {
  const told = { solvedBy, solvedAt: at.toISOString() };
  return announce(
    task,
    (issues) => taskSolved({ ...issues, ...told }),
    (common) => commonTaskSolved({ ...common, ...told }),
  );
}

/** What the task force tells the firm; stops the solution clock. */
export function proposeSolution(
  task: Task,
  { text, measures, attachments, by }: Solution,
  now: Date,
  time: CountyTime,
): Decision<Task, Announcement> {
  assertOwn(task, by);
  assertMove(task, 'proposeSolution');
  const noticed = breach(task, now, time);
  const solution = { solutionText: text, solutionMeasures: measures, solutionAttachments: attachments };
  const told = { ...solution, proposedAt: now, proposedBy: by.sub };
  const clocks = noticed.state.clocks.map((clock) => end(clock, 'MET', now, time));
  return {
    state: cached({ ...noticed.state, ...told, status: 'SOLUTION_PROPOSED', clocks }),
    events: [...noticed.events, solved(task, by.sub, now)],
  };
}
