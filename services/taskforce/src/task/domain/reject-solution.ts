import type { Announcement } from '@qifutong/contracts/define-event';
import { taskSolutionRejected } from '@qifutong/contracts/taskforce/task-solution-rejected';
import type { Decision } from '@qifutong/kernel/decision';
import { countyDay } from '@qifutong/kernel/county-time';
import { revokeEnd } from '../../clock/domain/clock-moves.ts';
import type { CountyTime } from '../../clock/domain/time-limit.ts';
import { ofEither } from './announce.ts';
import { breach } from './breach.ts';
import { reject } from './rejections.ts';
import { assertMove, awaited, cached, type IneffectiveSolution, type Task } from './task.ts';

const nothingTold = {
  solutionText: null,
  solutionMeasures: [],
  solutionAttachments: [],
  proposedAt: null,
  proposedBy: null,
};

/** What was told, kept as it was told. */
function ineffective(task: Task, reason: string, rejectedBy: string, rejectedAt: Date): IneffectiveSolution {
  const { solutionText: text, solutionMeasures: measures, solutionAttachments: attachments } = task;
  const [proposedAt, proposedBy] = [task.proposedAt!, task.proposedBy!];
  return { text: text!, measures, attachments, proposedAt, proposedBy, rejectedAt, rejectedBy, reason };
}

/**
 * The centre finds the solution ineffective, on the county day on which it was proposed: the clock runs on as if it had never
 * stopped, so its deadline may turn out to have passed.
 */
export function rejectSolution(
  task: Task,
  { reason, by }: { readonly reason: string; readonly by: string },
  now: Date,
  time: CountyTime,
): Decision<Task, Announcement> {
  assertMove(task, 'rejectSolution');
  const { number, guidanceId, proposedAt } = task;
  if (guidanceId !== null) throw reject('SOLUTION_FROM_GUIDANCE', { number });
  const day = countyDay(proposedAt!, time.timeZone);
  if (countyDay(now, time.timeZone) !== day) throw reject('SOLUTION_STANDS', { number, day });
  const clocks = task.clocks.map((clock) =>
    awaited.ACCEPTED.includes(clock.kind) ? revokeEnd(clock, now, time) : clock,
  );
  const ineffectiveSolutions = [...task.ineffectiveSolutions, ineffective(task, reason, by, now)];
  const { state, events } = breach(
    cached({ ...task, ...nothingTold, status: 'ACCEPTED', ineffectiveSolutions, clocks }),
    now,
    time,
  );
  const told = { solvedAt: proposedAt!.toISOString(), rejectedBy: by, rejectedAt: now.toISOString() };
  return { state, events: [taskSolutionRejected({ ...ofEither(task), ...told }), ...events] };
}
