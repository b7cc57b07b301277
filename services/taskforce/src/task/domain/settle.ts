import type { Announcement } from '@qifutong/contracts/define-event';
import { taskSettled } from '@qifutong/contracts/taskforce/task-settled';
import type { Decision } from '@qifutong/kernel/decision';
import { ofIssue } from './announce.ts';
import { latest } from '../../clock/domain/clock.ts';
import { end } from '../../clock/domain/clock-moves.ts';
import type { CountyTime } from '../../clock/domain/time-limit.ts';
import { lookBack } from './look-back.ts';
import { solved } from './propose-solution.ts';
import { assertMove, cached, type Task } from './task.ts';

interface Guided {
  readonly guidanceId: string;
  readonly guidanceVersion: number;
  /** when it was applied or published, which may be heard later */
  readonly at: Date;
}

/** The guidance is the solution, and its instant the one that counts: nobody has to accept any more, and what was missed before stays. */
function guided(task: Task, { at, ...guidance }: Guided, now: Date, time: CountyTime): Decision<Task, Announcement> {
  assertMove(task, 'settle');
  const { state, events } = lookBack(task, at, now, time);
  const clocks = state.clocks.map((clock) => end(clock, clock.kind === 'ACCEPTANCE' ? 'CANCELLED' : 'MET', at, time));
  const proposedAt = latest(at, task.acceptedAt ?? task.dispatchedAt);
  return { state: cached({ ...state, ...guidance, status: 'SOLUTION_PROPOSED', proposedAt, clocks }), events };
}

/** A batch (批量化解) applied a guidance to the issue while it had this task. */
export function settle(
  task: Task,
  by: Guided & { readonly batchId: string },
  now: Date,
  time: CountyTime,
): Decision<Task, Announcement> {
  const { state, events } = guided(task, by, now, time);
  const { guidanceId, guidanceVersion, batchId, at } = by;
  const told = { guidanceId, guidanceVersion, batchId, settledAt: at.toISOString() };
  return { state, events: [...events, taskSettled({ ...ofIssue(task), ...told })] };
}

/** The guidance of the common issue was published before its task force proposed anything. */
export function settleCommon(
  task: Task,
  { by: proposedBy, ...guidance }: Guided & { readonly by: string },
  now: Date,
  time: CountyTime,
): Decision<Task, Announcement> {
  const { state, events } = guided(task, guidance, now, time);
  return { state: { ...state, proposedBy }, events: [...events, solved(task, proposedBy, guidance.at)] };
}
