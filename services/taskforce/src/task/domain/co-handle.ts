import type { Announcement } from '@qifutong/contracts/define-event';
import { taskCoHandlerAdded } from '@qifutong/contracts/taskforce/task-co-handler-added';
import { taskCoHandlerRemoved } from '@qifutong/contracts/taskforce/task-co-handler-removed';
import type { Decision } from '@qifutong/kernel/decision';
import { ofEither } from './announce.ts';
import { assertOther, assertOwnOrCentre, assertReceives, type Party, type Receiver } from './party.ts';
import { reject } from './rejections.ts';
import { assertMove, type Task } from './task.ts';

/** 会办: another task force helps, and may read the task; the lead one stays responsible. */
export function addCoHandler(
  task: Task,
  { helper, by }: { readonly helper: Receiver; readonly by: Party },
  now: Date,
): Decision<Task, Announcement> {
  assertOwnOrCentre(task, by);
  assertMove(task, 'coHandle');
  assertOther(task, helper);
  assertReceives(helper);
  const { code: taskForce } = helper;
  if (task.coHandlers.includes(taskForce)) throw reject('CO_HANDLER_KNOWN', { field: 'taskForce', taskForce });
  const told = { coHandler: taskForce, addedBy: by.sub, addedAt: now.toISOString() };
  return {
    state: { ...task, coHandlers: [...task.coHandlers, taskForce] },
    events: [taskCoHandlerAdded({ ...ofEither(task), ...told })],
  };
}

export function removeCoHandler(
  task: Task,
  { helper: taskForce, by }: { readonly helper: string; readonly by: Party },
  now: Date,
): Decision<Task, Announcement> {
  assertOwnOrCentre(task, by);
  assertMove(task, 'coHandle');
  if (!task.coHandlers.includes(taskForce)) throw reject('CO_HANDLER_UNKNOWN', { field: 'taskForce', taskForce });
  const told = { coHandler: taskForce, removedBy: by.sub, removedAt: now.toISOString() };
  return {
    state: { ...task, coHandlers: task.coHandlers.filter((one) => one !== taskForce) },
    events: [taskCoHandlerRemoved({ ...ofEither(task), ...told })],
  };
}
