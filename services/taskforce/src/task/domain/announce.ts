import type { Announcement } from '@qifutong/contracts/define-event';
import { clockKinds } from '@qifutong/contracts/fields';
import { isRunning, type Clock, type ClockKind } from '../../clock/domain/clock.ts';
import type { Task } from './task.ts';

/** What every event of an issue's task names. */
export function ofIssue({ id: taskId, issueId, round, domain, taskForceCode: taskForce }: Task) {
  return { taskId, issueId: issueId!, round, domain, taskForce };
}

/** What every event of a common issue's task names. */
export function ofCommonIssue({ id: taskId, commonIssueId, domain, taskForceCode: taskForce }: Task) {
  return { taskId, commonIssueId: commonIssueId!, domain, taskForce };
}

/** What an event names that is told of any task alike. */
export function ofEither({ id: taskId, issueId, commonIssueId, round, domain, taskForceCode: taskForce }: Task) {
  return { taskId, issueId, commonIssueId, round, domain, taskForce };
}

/** Whether a clock is one of the task force's own, not the firm's that ran on with a transferred task. */
export function isOfTaskForce(kind: ClockKind): kind is (typeof clockKinds)[number] {
  return (clockKinds as readonly ClockKind[]).includes(kind);
}

/** Announces what happened to a task as an event of an issue's, or of a common issue's, whichever it is. */
export function announce(
  task: Task,
  issues: (named: ReturnType<typeof ofIssue>) => Announcement,
  common: (named: ReturnType<typeof ofCommonIssue>) => Announcement,
): Announcement {
  return task.issueId === null ? common(ofCommonIssue(task)) : issues(ofIssue(task));
}

/** Until when the task force owes a solution, and the firm's own deadline; null where there is no such clock, or it was missed. */
export function solutionDeadlines(clocks: readonly Clock[]) {
  const of = (kind: ClockKind) => clocks.find((clock) => clock.kind === kind && isRunning(clock));
  return {
    solutionDueAt: of('SOLUTION')?.dueAt?.toISOString() ?? null,
    firmDueAt: of('FIRM')?.dueAt?.toISOString() ?? null,
  };
}

/** Until when the firm's own clock runs on in a task that ends; nothing where none does. */
export function firmGoesOn(clocks: readonly Clock[]): { readonly firmDueAt?: string } {
  const { firmDueAt } = solutionDeadlines(clocks);
  return firmDueAt === null ? {} : { firmDueAt };
}
