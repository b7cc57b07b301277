import type { Announcement } from '@qifutong/contracts/define-event';
import { subjectOf } from '@qifutong/contracts/subject';
import { commonTaskOpened } from '@qifutong/contracts/taskforce/common-task-opened';
import { commonTaskSolved } from '@qifutong/contracts/taskforce/common-task-solved';
import { firmClockBreached } from '@qifutong/contracts/taskforce/firm-clock-breached';
import { taskAccepted } from '@qifutong/contracts/taskforce/task-accepted';
import { taskBreached } from '@qifutong/contracts/taskforce/task-breached';
import { taskCancelled } from '@qifutong/contracts/taskforce/task-cancelled';
import { taskExtended } from '@qifutong/contracts/taskforce/task-extended';
import { taskOpened } from '@qifutong/contracts/taskforce/task-opened';
import { taskResumed } from '@qifutong/contracts/taskforce/task-resumed';
import { taskReturned } from '@qifutong/contracts/taskforce/task-returned';
import { taskSolutionRejected } from '@qifutong/contracts/taskforce/task-solution-rejected';
import { taskSolved } from '@qifutong/contracts/taskforce/task-solved';
import { taskSuspended } from '@qifutong/contracts/taskforce/task-suspended';
import { taskTransferred } from '@qifutong/contracts/taskforce/task-transferred';
import { envelope } from '@qifutong/persistence/append';
import { v7 as uuidv7 } from 'uuid';
import type { Told } from './task-events.ts';

/** `14 11:00`: that day of February 2020, by the clocks of UTC. */
export function feb(text: string): string {
  return new Date(`2020-02-${text.replace(' ', 'T')}Z`).toISOString();
}

/** What the task force service tells of one task, each time as the next event of it. */
export function aLife(issueId: string, taskForce = 'MATERIALS', round = 1) {
  const taskId = uuidv7();
  const task = { taskId, issueId, round, domain: 'MATERIALS', taskForce } as const;
  const either = { ...task, commonIssueId: null };
  let version = 0;
  const told = (announcement: Announcement): Told => {
    version += 1;
    return { subject: subjectOf(announcement), event: envelope(announcement, version, new Date(feb('14 02:00'))) };
  };
  const until = (solutionDueAt: string | null, firmDueAt: string | null) => ({ solutionDueAt, firmDueAt });
  return {
    taskId,
    opened: (at: string, acceptanceDueAt: string, goesOn: { predecessorId?: string; firmDueAt?: string } = {}) =>
      told(taskOpened({ ...task, openedAt: at, acceptanceDueAt, ...goesOn })),
    accepted: (at: string, solutionDueAt: string) =>
      told(taskAccepted({ ...task, acceptedBy: 'lead-1', acceptedAt: at, solutionDueAt })),
    solved: (at: string) => told(taskSolved({ ...task, solvedBy: 'lead-1', solvedAt: at })),
    rejected: (solvedAt: string, at: string) =>
      told(taskSolutionRejected({ ...either, solvedAt, rejectedBy: 'analyst-1', rejectedAt: at })),
    returned: (at: string, goesOn: { firmDueAt?: string } = {}) =>
      told(taskReturned({ ...either, returnedBy: 'lead-1', returnedAt: at, ...goesOn })),
    takenIn: (at: string, goesOn: { firmDueAt?: string } = {}) =>
      told(taskCancelled({ ...task, because: 'COMMON_ISSUE', commonIssueId: uuidv7(), cancelledAt: at, ...goesOn })),
    transferred: (at: string) =>
      told(
        taskTransferred({
          ...either,
          toTaskForce: 'LABOUR',
          successorId: uuidv7(),
          transferredBy: 'lead-1',
          transferredAt: at,
        }),
      ),
    suspended: (at: string) =>
      told(taskSuspended({ ...either, suspensionReason: 'FORCE_MAJEURE', suspendedBy: 'analyst-1', suspendedAt: at })),
    resumed: (at: string, solution: string | null, firm: string | null = null) =>
      told(taskResumed({ ...either, resumedBy: 'analyst-1', resumedAt: at, ...until(solution, firm) })),
    extended: (at: string, to: string, firm: string | null = null) =>
      told(
        taskExtended({ ...either, extendedBy: 'commander-1', extendedAt: at, extendedUntil: to, ...until(to, firm) }),
      ),
    breached: (dueAt: string, clock: 'ACCEPTANCE' | 'SOLUTION' = 'SOLUTION') =>
      told(taskBreached({ ...task, clock, dueAt, noticedAt: dueAt })),
    firmBreached: (dueAt: string) => told(firmClockBreached({ ...either, dueAt, noticedAt: dueAt })),
  };
}

/** The same of the task of a common issue, as far as it is told otherwise. */
export function aCommonLife(commonIssueId: string, taskForce = 'MATERIALS') {
  const task = { taskId: uuidv7(), commonIssueId, domain: 'MATERIALS', taskForce } as const;
  const at = new Date(feb('14 02:00'));
  const told = (announcement: Announcement, version: number): Told => ({
    subject: subjectOf(announcement),
    event: envelope(announcement, version, at),
  });
  const opening = { ...task, openedAt: feb('14 01:00'), acceptanceDueAt: feb('14 03:00') };
  return {
    taskId: task.taskId,
    opened: told(commonTaskOpened(opening), 1),
    goesOn: (predecessorId: string, firmDueAt: string) =>
      told(commonTaskOpened({ ...opening, predecessorId, firmDueAt }), 1),
    returned: (returnedAt: string, version: number) =>
      told(taskReturned({ ...task, issueId: null, round: 1, returnedBy: 'lead-1', returnedAt }), version),
    firmBreached: (dueAt: string, version: number) =>
      told(firmClockBreached({ ...task, issueId: null, round: 1, dueAt, noticedAt: dueAt }), version),
    solved: (solvedAt: string, version: number) =>
      told(commonTaskSolved({ ...task, solvedBy: 'lead-1', solvedAt }), version),
    rejected: (solvedAt: string, version: number) =>
      told(
        taskSolutionRejected({
          ...task,
          issueId: null,
          round: 1,
          solvedAt,
          rejectedBy: 'analyst-1',
          rejectedAt: solvedAt,
        }),
        version,
      ),
  };
}
