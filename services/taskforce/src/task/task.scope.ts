import { confines } from '@qifutong/persistence/confine';
import { confinedToTown } from '@qifutong/platform/scope';
import { hasRole, type Role, type Viewer } from '@qifutong/platform/viewer';
import type { Task } from './domain/task.ts';

/** To whose tasks a viewer is confined; null: not in that respect. */
export interface TaskScope {
  readonly taskForceCode: string | null;
  readonly firmCreditCode: string | null;
  readonly townCode: string | null;
}

const EVERY_TASK_FORCE: readonly Role[] = ['OPERATOR', 'ANALYST', 'COMMANDER', 'AUDITOR'];
/** The whole county's. */
export const unconfined: TaskScope = { taskForceCode: null, firmCreditCode: null, townCode: null };

/** A task force sees its own tasks only; anybody but the centre, the departments and the audit at most the own firm's. */
export function scopeOf(viewer: Viewer): TaskScope {
  if (hasRole(viewer, ...EVERY_TASK_FORCE)) return unconfined;
  if (hasRole(viewer, 'TASKFORCE_LEAD', 'TASKFORCE_MEMBER'))
    return { ...unconfined, taskForceCode: viewer.taskForce ?? '' };
  if (hasRole(viewer, 'DEPARTMENT')) return { ...unconfined, townCode: confinedToTown(viewer) };
  return { ...unconfined, firmCreditCode: viewer.firm ?? '' };
}

/** A task force that helps with a task reads it, as its lead one does. */
export function isWithin(scope: TaskScope, task: Task): boolean {
  const held = (column: keyof TaskScope, value: string) =>
    task[column] === value || (column === 'taskForceCode' && task.coHandlers.includes(value));
  return confines(scope).every(([column, value]) => held(column, value));
}

/** The task, or null when this viewer may not see it. */
export function ifVisible(viewer: Viewer, task: Task | null): Task | null {
  return task !== null && isWithin(scopeOf(viewer), task) ? task : null;
}
