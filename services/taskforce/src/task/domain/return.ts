import type { Announcement } from '@qifutong/contracts/define-event';
import { taskReturned } from '@qifutong/contracts/taskforce/task-returned';
import type { Decision } from '@qifutong/kernel/decision';
import { durationMs } from '../../clock/domain/duration.ts';
import type { CountyTime } from '../../clock/domain/time-limit.ts';
import { firmGoesOn, ofEither } from './announce.ts';
import { breach } from './breach.ts';
import { reject } from './rejections.ts';
import { runOn } from './run-on.ts';
import { assertMove, assertOwn, cached, type Actor, type Task } from './task.ts';

interface Returning {
  readonly reason: string;
  readonly by: Actor;
  /** how long after its dispatch a task may be returned, the very instant included; an ISO 8601 duration */
  readonly within: string;
  /** a supervision of it is open */
  readonly supervised?: boolean;
}

/**
 * 退单: the task force gives back what it has not accepted, and is not supervised, once a round. The task ends, and the centre dispatches anew; the
 * firm's clock does not wait for that.
 */
export function returnTask(
  task: Task,
  { reason, by, within, supervised }: Returning,
  now: Date,
  time: CountyTime,
): Decision<Task, Announcement> {
  assertOwn(task, by);
  assertMove(task, 'return');
  const { number } = task;
  if (supervised) throw reject('TASK_SUPERVISED', { field: 'taskId', number });
  if (task.mustAccept) throw reject('TASK_MUST_BE_ACCEPTED', { number });
  if (now.getTime() > task.dispatchedAt.getTime() + durationMs(within))
    throw reject('TASK_RETURN_TOO_LATE', { number, within });
  const { state, events } = breach(task, now, time);
  const clocks = runOn(state, now, time);
  const returned = { status: 'RETURNED', handedOnAt: now, handedOnBy: by.sub, handedOnReason: reason } as const;
  const told = { returnedBy: by.sub, returnedAt: now.toISOString(), ...firmGoesOn(clocks) };
  return {
    state: cached({ ...state, ...returned, awaitsRedispatch: true, clocks }),
    events: [...events, taskReturned({ ...ofEither(task), ...told })],
  };
}
