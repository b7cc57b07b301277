import { taskTransferred } from '@qifutong/contracts/taskforce/task-transferred';
import { end } from '../../clock/domain/clock-moves.ts';
import { ofEither } from './announce.ts';
import { breach } from './breach.ts';
import { goOn, type HandedOn } from './go-on.ts';
import type { Terms } from './open-task.ts';
import { assertOther, assertOwnOrCentre, assertReceives, type Party, type Receiver } from './party.ts';
import { reject } from './rejections.ts';
import { assertMove, cached, type Task } from './task.ts';

interface Transfer {
  readonly id: string;
  readonly to: Receiver;
  readonly reason: string;
  readonly by: Party;
  /** a supervision of it is open */
  readonly supervised?: boolean;
}

/**
 * 转办: another task force goes on with a new task; the firm's own clock runs on in it. What its task force has in work it passes on; what
 * waits to be accepted, stands still, or is supervised, the centre alone moves.
 */
export function transfer(task: Task, { id, to, reason, by, supervised }: Transfer, now: Date, terms: Terms): HandedOn {
  assertOwnOrCentre(task, by);
  assertMove(task, by.ofCentre ? 'transferByCentre' : 'transfer');
  if (supervised && !by.ofCentre) throw reject('TASK_SUPERVISED', { field: 'taskId', number: task.number });
  assertOther(task, to);
  assertReceives(to);
  const { state, events } = breach(task, now, terms.time);
  const clocks = state.clocks.map((clock) => end(clock, 'CANCELLED', now, terms.time));
  const transferred = { status: 'TRANSFERRED', handedOnAt: now, handedOnBy: by.sub, handedOnReason: reason } as const;
  const told = { successorId: id, toTaskForce: to.code, transferredBy: by.sub, transferredAt: now.toISOString() };
  const next = { id, taskForce: to.code, hops: task.hops + 1, mustAccept: task.mustAccept };
  return {
    left: {
      state: cached({ ...state, ...transferred, clocks }),
      events: [...events, taskTransferred({ ...ofEither(task), ...told })],
    },
    opened: goOn(state, next, now, terms),
  };
}
