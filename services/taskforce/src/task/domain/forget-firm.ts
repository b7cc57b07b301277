import type { Announcement } from '@qifutong/contracts/define-event';
import type { Decision } from '@qifutong/kernel/decision';
import type { Task } from './task.ts';

/** An analyst said that the issue is not that firm's: neither is the task, in whatever state it is. */
export function forgetFirm(
  task: Task,
  { firmCreditCode, townCode }: { readonly firmCreditCode: string; readonly townCode: string | null },
): Decision<Task, Announcement> {
  const isTheirs = task.firmCreditCode === firmCreditCode;
  return { state: isTheirs ? { ...task, firmCreditCode: null, townCode } : task, events: [] };
}
