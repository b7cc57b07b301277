import type { Announcement } from '@qifutong/contracts/define-event';
import type { Decision } from '@qifutong/kernel/decision';
import type { Task } from './task.ts';

/** It became known whose issue the task is about, in whatever state the task is. */
export function nameFirm(
  task: Task,
  firm: { readonly firmCreditCode: string; readonly townCode: string | null },
): Decision<Task, Announcement> {
  if (task.firmCreditCode !== null) return { state: task, events: [] };
  return {
    state: { ...task, firmCreditCode: firm.firmCreditCode, townCode: task.townCode ?? firm.townCode },
    events: [],
  };
}
