import type { Announcement } from '@qifutong/contracts/define-event';
import type { ResumptionReason, SuspensionReason } from '@qifutong/contracts/fields';
import { taskResumed } from '@qifutong/contracts/taskforce/task-resumed';
import type { Decision } from '@qifutong/kernel/decision';
import { resume as goingOn } from '../../clock/domain/clock-moves.ts';
import type { CountyTime } from '../../clock/domain/time-limit.ts';
import { ofEither, solutionDeadlines } from './announce.ts';
import { reject } from './rejections.ts';
import { assertMove, cached, type Task } from './task.ts';

interface Resuming {
  readonly by: string;
  /** null: what the suspension waited for has come */
  readonly reason: ResumptionReason | null;
  readonly note: string | null;
}

const notSuspended = { suspendedAt: null, suspendedBy: null, suspensionReason: null, suspensionNote: null };
const come: Readonly<Record<SuspensionReason, ResumptionReason>> = {
  WAITING_FOR_FIRM: 'FIRM_ANSWERED',
  WAITING_FOR_HIGHER_AUTHORITY: 'AUTHORITY_ANSWERED',
  FORCE_MAJEURE: 'FORCE_MAJEURE_OVER',
};

/** The task's clocks go on with what was left to them. @throws FIELD_REQUIRED for another reason without a note */
export function resume(
  task: Task,
  { by, note, ...why }: Resuming,
  now: Date,
  time: CountyTime,
): Decision<Task, Announcement> {
  assertMove(task, 'resume');
  const reason = why.reason ?? come[task.suspensionReason!];
  if (reason === 'OTHER' && note === null) throw reject('FIELD_REQUIRED', { field: 'note' });
  const clocks = task.clocks.map((clock) => goingOn(clock, now, time, { reason, note }));
  const told = { resumptionReason: reason, resumedBy: by, resumedAt: now.toISOString(), ...solutionDeadlines(clocks) };
  return {
    state: cached({ ...task, ...notSuspended, status: 'ACCEPTED', clocks }),
    events: [taskResumed({ ...ofEither(task), ...told })],
  };
}
