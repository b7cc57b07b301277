import { reject } from './rejections.ts';
import { assertOwn, type Actor, type Task } from './task.ts';

/** Who moves a task about. */
export interface Party extends Actor {
  /** an analyst or a commander, for whom every task is theirs */
  readonly ofCentre: boolean;
}

/** A task force that is asked to take or to help with a task, as it stands. */
export interface Receiver {
  readonly code: string;
  readonly known: boolean;
  readonly dissolvedAt: Date | null;
}

/** @throws TASK_OF_OTHER_TASK_FORCE */
export function assertOwnOrCentre(task: Task, by: Party): void {
  if (!by.ofCentre) assertOwn(task, by);
}

/** @throws TASK_FORCE_UNKNOWN or TASK_FORCE_DISSOLVED, naming the field */
export function assertReceives({ code: taskForce, known, dissolvedAt }: Receiver): void {
  const named = { field: 'taskForce', taskForce };
  if (!known) throw reject('TASK_FORCE_UNKNOWN', named);
  if (dissolvedAt !== null) throw reject('TASK_FORCE_DISSOLVED', named);
}

/** @throws TASK_FORCE_IS_LEAD, naming the field */
export function assertOther(task: Task, { code: taskForce }: Pick<Receiver, 'code'>): void {
  if (taskForce === task.taskForceCode) throw reject('TASK_FORCE_IS_LEAD', { field: 'taskForce', taskForce });
}
