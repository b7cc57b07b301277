import { end } from '../../clock/domain/clock-moves.ts';
import { breach } from './breach.ts';
import { assertReceives, type Receiver } from './party.ts';
import { goOn, type HandedOn } from './go-on.ts';
import type { Terms } from './open-task.ts';
import { reject } from './rejections.ts';
import { assertMove, cached, type Task } from './task.ts';

interface Redispatch {
  readonly id: string;
  readonly to: Receiver;
  readonly orderToAccept: boolean;
}

/** The centre dispatches anew what was returned, to another task force or, with the order to accept, to the same. */
export function redispatch(task: Task, { id, to, orderToAccept }: Redispatch, now: Date, terms: Terms): HandedOn {
  assertMove(task, 'redispatch');
  if (!task.awaitsRedispatch) throw reject('TASK_NOT_AWAITING_DISPATCH', { number: task.number });
  assertReceives(to);
  if (to.code === task.taskForceCode && !orderToAccept)
    throw reject('ACCEPTANCE_ORDER_REQUIRED', { field: 'orderToAccept' });
  // it was returned once in this round, which is as often as may be
  const next = { id, taskForce: to.code, hops: task.hops, mustAccept: true };
  const { state, events } = breach(task, now, terms.time);
  const clocks = state.clocks.map((clock) => end(clock, 'CANCELLED', now, terms.time));
  return {
    left: { state: cached({ ...state, awaitsRedispatch: false, clocks }), events },
    opened: goOn(state, next, now, terms),
  };
}
