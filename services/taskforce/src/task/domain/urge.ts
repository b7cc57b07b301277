import type { Announcement } from '@qifutong/contracts/define-event';
import { commonTaskUrged } from '@qifutong/contracts/taskforce/common-task-urged';
import { firmClockUrged } from '@qifutong/contracts/taskforce/firm-clock-urged';
import { urgingIssued } from '@qifutong/contracts/taskforce/urging-issued';
import { compactDay } from '@qifutong/kernel/county-time';
import type { Decision } from '@qifutong/kernel/decision';
import type { ClockKind } from '../../clock/domain/clock.ts';
import { announce, isOfTaskForce, ofEither } from './announce.ts';
import type { Breach } from './breach.ts';
import type { Task } from './task.ts';

/** 催办单: the document that a missed deadline brings upon a task force */
export interface UrgingNotice {
  readonly id: string;
  readonly version: number;
  readonly number: string;
  readonly taskId: string;
  readonly taskForceCode: string;
  readonly clock: ClockKind;
  /** which notice for that deadline it is, from 1 */
  readonly ordinal: number;
  readonly dueAt: Date;
  readonly issuedAt: Date;
}

interface Numbered {
  readonly id: string;
  /** the county's day of issue, and that day's running number */
  readonly day: string;
  readonly runningNumber: number;
}

/** `催20200215-0007` */
export function noticeNumber(day: string, runningNumber: number): string {
  return `催${compactDay(day)}-${String(runningNumber).padStart(4, '0')}`;
}

/** 催办: the first notice for a missed deadline, issued when it was noticed. */
export function urge(
  task: Task,
  missed: Breach,
  { id, day, runningNumber }: Numbered,
): Decision<UrgingNotice, Announcement> {
  const { id: taskId, taskForceCode } = task;
  const { kind: clock, dueAt, noticedAt: issuedAt } = missed;
  const number = noticeNumber(day, runningNumber);
  const state: UrgingNotice = { id, version: 0, number, taskId, taskForceCode, clock, ordinal: 1, dueAt, issuedAt };
  const told = {
    urgingNoticeId: id,
    number,
    ordinal: state.ordinal,
    dueAt: dueAt.toISOString(),
    issuedAt: issuedAt.toISOString(),
  };
  if (!isOfTaskForce(clock)) return { state, events: [firmClockUrged({ ...ofEither(task), ...told })] };
  const issued = announce(
    task,
    (issues) => urgingIssued({ ...issues, ...told, clock }),
    (common) => commonTaskUrged({ ...common, ...told, clock }),
  );
  return { state, events: [issued] };
}
