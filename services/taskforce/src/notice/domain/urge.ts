import type { Announcement } from '@qifutong/contracts/define-event';
import type { Domain } from '@qifutong/contracts/fields';
import { commonTaskUrged } from '@qifutong/contracts/taskforce/common-task-urged';
import { firmClockUrged } from '@qifutong/contracts/taskforce/firm-clock-urged';
import { urgingIssued } from '@qifutong/contracts/taskforce/urging-issued';
import type { Decision } from '@qifutong/kernel/decision';
import { noticeNumber, unanswered, type Numbered, type UrgingNotice } from './urging-notice.ts';

/** What a document tells of the task that it is about. */
export interface Urged {
  readonly id: string;
  readonly issueId: string | null;
  readonly commonIssueId: string | null;
  /** of its issue, or of its common issue */
  readonly number: string;
  readonly round: number;
  readonly domain: Domain;
  readonly townCode: string | null;
  readonly taskForceCode: string;
}

/** A missed deadline of a task, and which notice for it is due. */
export interface TaskUrging {
  readonly task: Urged;
  readonly clock: 'ACCEPTANCE' | 'SOLUTION' | 'FIRM';
  readonly ordinal: number;
  readonly dueAt: Date;
  readonly issuedAt: Date;
  /** of the clock */
  readonly policyVersion: number;
  /** it was returned: the centre has it, to dispatch anew */
  readonly toCentre: boolean;
}

/** What every document has of its task. */
export function addressed({ id: taskId, number: about, domain, townCode, taskForceCode }: Urged) {
  return { taskId, about, domain, townCode, taskForceCode };
}

function issued({ task, clock, ...urging }: TaskUrging, urgingNoticeId: string, number: string): Announcement {
  const { id: taskId, issueId, commonIssueId, round, domain, taskForceCode: taskForce } = task;
  const { ordinal, dueAt, issuedAt } = urging;
  const told = {
    ...{ urgingNoticeId, number, taskId, domain, taskForce, ordinal },
    ...{ dueAt: dueAt.toISOString(), issuedAt: issuedAt.toISOString() },
  };
  if (clock === 'FIRM') return firmClockUrged({ ...told, issueId, commonIssueId, round });
  if (issueId !== null) return urgingIssued({ ...told, issueId, clock });
  return commonTaskUrged({ ...told, commonIssueId: commonIssueId!, clock });
}

/** 催办: the notice for a missed deadline. */
export function urge(urging: TaskUrging, { id, day, runningNumber }: Numbered): Decision<UrgingNotice, Announcement> {
  const { task, clock, ordinal, dueAt, issuedAt } = urging;
  const number = noticeNumber(day, runningNumber);
  const nobody = {
    centreClockId: null,
    interviewId: null,
    commander: null,
    commanderName: null,
    urgedBy: null,
    urgedByName: null,
    reason: null,
  };
  const missed = { clock, ordinal, dueAt, issuedAt };
  return {
    state: { id, version: 0, number, ...addressed(task), ...missed, ...nobody, ...unanswered },
    events: [issued(urging, id, number)],
  };
}
