import type { Announcement } from '@qifutong/contracts/define-event';
import { COORDINATION } from '@qifutong/contracts/fields';
import { taskForceDissolved } from '@qifutong/contracts/taskforce/task-force-dissolved';
import type { Decision } from '@qifutong/kernel/decision';
import { reject } from './rejections.ts';
import { assertLiving, type TaskForce } from './task-force.ts';

interface Dissolution {
  readonly reason: string;
  readonly by: string;
  /** how many tasks it still has to do, which are transferred; nobody opens another one meanwhile */
  readonly openTasks: number;
  /** how many it solved and is answerable for until they are written off: there is nothing to transfer */
  readonly solvedTasks: number;
}

/** 撤销专班: only when it has nothing left to do. Its members stay on file. */
export function dissolve(
  taskForce: TaskForce,
  { reason, by, openTasks, solvedTasks }: Dissolution,
  now: Date,
): Decision<TaskForce, Announcement> {
  const { code, history } = taskForce;
  assertLiving(taskForce);
  if (code === COORDINATION) throw reject('TASK_FORCE_INDISPENSABLE', { field: 'code' });
  if (openTasks > 0) throw reject('TASK_FORCE_HAS_OPEN_TASKS', { field: 'code', code, count: openTasks });
  if (solvedTasks > 0) throw reject('TASK_FORCE_HAS_SOLVED_TASKS', { field: 'code', code, count: solvedTasks });
  const fact = { type: 'DISSOLVED', at: now, by, sub: null, name: null, reason } as const;
  return {
    state: {
      ...taskForce,
      dissolvedAt: now,
      dissolvedBy: by,
      dissolutionReason: reason,
      history: [...history, fact],
    },
    events: [taskForceDissolved({ taskForce: code, dissolvedBy: by, dissolvedAt: now.toISOString() })],
  };
}
