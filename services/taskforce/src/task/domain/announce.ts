import type { Announcement } from '@qifutong/contracts/define-event';
import type { Task } from './task.ts';

/** What every event of an issue's task names. */
export function ofIssue({ id: taskId, issueId, round, domain, taskForceCode: taskForce }: Task) {
  return { taskId, issueId: issueId!, round, domain, taskForce };
}

/** What every event of a common issue's task names. */
export function ofCommonIssue({ id: taskId, commonIssueId, domain, taskForceCode: taskForce }: Task) {
  return { taskId, commonIssueId: commonIssueId!, domain, taskForce };
}

/** Announces what happened to a task as an event of an issue's, or of a common issue's, whichever it is. */
export function announce(
  task: Task,
  issues: (named: ReturnType<typeof ofIssue>) => Announcement,
  common: (named: ReturnType<typeof ofCommonIssue>) => Announcement,
): Announcement {
  return task.issueId === null ? common(ofCommonIssue(task)) : issues(ofIssue(task));
}
