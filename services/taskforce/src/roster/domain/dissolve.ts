import type { Announcement } from '@qifutong/contracts/define-event';
import { COORDINATION } from '@qifutong/contracts/fields';
import { taskForceDissolved } from '@qifutong/contracts/taskforce/task-force-dissolved';
import type { Decision } from '@qifutong/kernel/decision';
import { reject } from './rejections.ts';
import { assertLiving, type TaskForce } from './task-force.ts';

interface Dissolution {
  readonly reason: string;
  readonly by: string;
  /** how many tasks it still has in hand; nobody opens another one meanwhile */
  readonly openTasks: number;
}

/** 撤销专班: only when it has nothing left to do. Its members stay on file. */
export function dissolve(
  taskForce: TaskForce,
  { reason, by, openTasks: count }: Dissolution,
  now: Date,
): Decision<TaskForce, Announcement> {
  const { code, history } = taskForce;
  assertLiving(taskForce);
  if (code === COORDINATION) throw reject('TASK_FORCE_INDISPENSABLE', { field: 'code' });
  if (count > 0) throw reject('TASK_FORCE_HAS_OPEN_TASKS', { field: 'code', code, count });
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
