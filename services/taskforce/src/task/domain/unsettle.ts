import type { Announcement } from '@qifutong/contracts/define-event';
import { taskUnsettled } from '@qifutong/contracts/taskforce/task-unsettled';
import type { Decision } from '@qifutong/kernel/decision';
import { ofIssue } from './announce.ts';
import { breach } from './breach.ts';
import { latest } from '../../clock/domain/clock.ts';
import { revokeEnd } from '../../clock/domain/clock-moves.ts';
import type { CountyTime } from '../../clock/domain/time-limit.ts';
import { assertMove, awaited, cached, type Task } from './task.ts';

const nothingTold = { proposedAt: null, proposedBy: null, guidanceId: null, guidanceVersion: null, batchId: null };

/** The batch that had settled it was reverted: the clock runs on as if it had never stopped, so its deadline may turn out to have passed. */
export function unsettle(
  task: Task,
  { at }: { readonly at: Date },
  now: Date,
  time: CountyTime,
): Decision<Task, Announcement> {
  assertMove(task, 'unsettle');
  const inHand = task.acceptedAt === null ? 'DISPATCHED' : 'ACCEPTED';
  const clocks = task.clocks.map((clock) =>
    awaited[inHand].includes(clock.kind) ? revokeEnd(clock, at, time) : clock,
  );
  const status = task.suspendedAt === null ? inHand : 'SUSPENDED';
  const told = taskUnsettled({ ...ofIssue(task), batchId: task.batchId!, unsettledAt: at.toISOString() });
  const { state, events } = breach(cached({ ...task, ...nothingTold, status, clocks }), latest(now, at), time);
  return { state, events: [told, ...events] };
}
