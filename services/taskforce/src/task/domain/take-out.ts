import { isOpen } from '../../clock/domain/clock.ts';
import { breach } from './breach.ts';
import { endFirmClock } from './end-firm-clock.ts';
import { goOn, type HandedOn } from './go-on.ts';
import { about, type Dispatched, type RulesInForce } from './open-task.ts';
import { route } from './route.ts';
import { firmClock, isOfMember, type Task } from './task.ts';

interface TakenOut {
  readonly id: string;
  readonly dispatched: Dispatched;
}

/** Whether the next task of its issue goes on with it: a member of a common issue keeps its firm's clock, which falls away where the issue is merged or withdrawn. */
export function goesOn(task: Task, hasLeft: boolean): boolean {
  const ran = firmClock(task);
  return isOfMember(task) && (!hasLeft || (ran !== undefined && isOpen(ran)));
}

/** The issue was taken out of its common issue, and dispatched by itself: its new task goes on with the one that it had, for the firm's clock was kept. */
export function takeOut(task: Task, { id, dispatched }: TakenOut, now: Date, rules: RulesInForce): HandedOn {
  const { dispatchedAt: at } = dispatched;
  const subject = about(dispatched);
  // what was missed as a member, in whichever hands the common issue was, is known before it goes on
  const { state: kept, events } = breach(task, now, rules.time, at);
  const left = endFirmClock(kept, { type: 'CANCELLED', at }, now, rules.time);
  const mustAccept = task.mustAccept || task.status === 'RETURNED';
  const next = { id, taskForce: route(rules.routing, subject), hops: task.hops, mustAccept, about: subject };
  return { left: { state: left.state, events: [...events, ...left.events] }, opened: goOn(kept, next, at, rules) };
}
