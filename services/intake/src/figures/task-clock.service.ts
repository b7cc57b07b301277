import { Injectable } from '@nestjs/common';
import type { ClockKind } from '@qifutong/contracts/fields';
import type { Tx } from '@qifutong/persistence/database';
import { In, IsNull, MoreThanOrEqual, Not } from 'typeorm';
import { TaskClockTable, type ToldClockKind } from './task-clock.table.ts';

interface Task {
  readonly taskId: string;
  readonly issueId?: string | null;
  readonly commonIssueId?: string | null;
  readonly taskForce: string;
}

interface Opened extends Task {
  readonly acceptanceDueAt: Date;
  readonly predecessorId?: string | null | undefined;
  readonly firmDueAt?: Date | null | undefined;
}

/** A task that ended, while its issue goes on. */
interface Ended {
  readonly taskId: string;
  readonly issueId: string | null;
  readonly taskForce: string;
  readonly firmDueAt?: Date | undefined;
}

interface Cancelled extends Ended {
  readonly because: string;
  readonly cancelledAt: Date;
}

interface Moved {
  readonly taskId: string;
  readonly solutionDueAt: Date | null;
  readonly firmDueAt: Date | null;
}

/** The clocks that a solution ends. */
const solutions = In(['SOLUTION', 'FIRM']);

/** The clocks of the same issue, or common issue, that are its firm's own. */
const ofSame = (other: string, issue: string) =>
  `${other}.kind = 'FIRM' and coalesce(${other}.issue_id, ${other}.common_issue_id) = ${issue}`;

const start = (
  where = '',
) => `insert into task_clock (task_id, kind, issue_id, common_issue_id, task_force, due_at, town_code, channel, of_firm)
  select $1, $2, $3::uuid, $4::uuid, $5, $6::timestamptz, issue.town_code, issue.channel,
    $2 <> 'SOLUTION' or not exists (select from task_clock where task_id = $1 and kind = 'FIRM')
  from (values (1)) as one left join issue on issue.id = $3::uuid ${where}
  on conflict do nothing`;
const START = start();
const ELSEWHERE = `where not exists (
    select from task_clock as other where ${ofSame('other', 'coalesce($3::uuid, $4::uuid)')} and other.due_at = $6::timestamptz)`;
const START_ALONE = start(ELSEWHERE);
/** $1 the issue, or common issue, $2 the deadline. */
const MISS_ALL = `update task_clock as clock set missed = true, suspended_at = null
  where ${ofSame('clock', '$1')} and due_at = $2 and not missed and (met_at is null or met_at > due_at)`;

/**
 * The first deadline, and whether it was missed, as they were told of the task before; $1 its id, $2 the new one's, $3 who has that, $4 the
 * firm's deadline by now: where nothing was missed, it holds what the task stood still. A third task may have been told of before, which goes on with the new one.
 */
const CARRY_ON = `insert into task_clock (task_id, kind, issue_id, common_issue_id, task_force, due_at, town_code, channel, missed, of_firm)
  select $2, 'FIRM', issue_id, common_issue_id, $3, due.at, town_code, channel, missed, not exists (
    select from task_clock as third
    where ${ofSame('third', 'coalesce(own.issue_id, own.common_issue_id)')} and third.due_at = due.at and third.of_firm and third.task_id <> $1)
  from task_clock as own, lateral (select case when missed then due_at else $4::timestamptz end as at) as due
  where task_id = $1 and kind in ('SOLUTION', 'FIRM') order by kind limit 1
  on conflict do nothing`;

/**
 * The firm's own clock goes on without the task force that owed the solution, unless it was missed before or runs on elsewhere: $1 the task, $2 its issue, $3 who
 * had it, $4 when, $5 the firm's deadline; null where that is not told: that of the solution.
 */
const RUN_ON = `insert into task_clock (task_id, kind, issue_id, task_force, due_at, town_code, channel)
  select $1, 'FIRM', $2::uuid, $3, due.at, issue.town_code, issue.channel
  from issue left join task_clock as own on own.task_id = $1 and own.kind = 'SOLUTION' and own.of_firm and own.met_at is null and own.due_at >= $4,
    lateral (select coalesce($5::timestamptz, own.due_at) as at) as due
  where issue.id = $2::uuid and due.at is not null and not exists (select from task_clock where issue_id = $2::uuid and kind = 'FIRM' and due_at = due.at)
  on conflict do nothing`;
const OF_FIRM = `update task_clock as own set of_firm = false
  where task_id = $1 and kind = 'SOLUTION' and (exists (select from task_clock where task_id = $1 and kind = 'FIRM')
    or exists (select from task_clock as other where ${ofSame('other', 'own.issue_id')} and other.due_at = own.due_at))`;
const HAND_OVER = `update task_clock set handed_over_at = $2 where task_id = $1 and kind = 'FIRM' and met_at is null and due_at >= $2`;

/** What stood still until then goes on. */
const GO_ON = `update task_clock set due_at = due_at + ($2::timestamptz - suspended_at), suspended_at = null
  where task_id = $1 and suspended_at is not null`;

/** Keeps the read model of the task forces' clocks. Told again, or of a clock that it does not know, it changes nothing. */
@Injectable()
export class TaskClockService {
  /** A task was opened; where it goes on with another, so does the firm's own clock. */
  async open(tx: Tx, { predecessorId, firmDueAt, acceptanceDueAt, ...task }: Opened): Promise<void> {
    if (predecessorId && firmDueAt) {
      await this.#inTurn(tx, task);
      await tx.manager.query(CARRY_ON, [predecessorId, task.taskId, task.taskForce, firmDueAt]);
      await this.start(tx, task, 'FIRM', firmDueAt);
      const handedOn = { ofFirm: false, handedOverAt: null };
      await tx.manager.update(TaskClockTable, { taskId: predecessorId, kind: solutions }, handedOn);
      await tx.manager.update(TaskClockTable, { taskId: task.taskId, kind: 'SOLUTION' }, { ofFirm: false });
    }
    await this.start(tx, task, 'ACCEPTANCE', acceptanceDueAt);
  }

  /** A later deadline of the same clock is not the first. */
  async start(
    tx: Tx,
    { taskId, issueId, commonIssueId, taskForce }: Task,
    kind: ToldClockKind,
    dueAt: Date,
  ): Promise<void> {
    await tx.manager.query(START, [taskId, kind, issueId ?? null, commonIssueId ?? null, taskForce, dueAt]);
  }

  /** @param kind of a solution: the firm's own clock is met with it */
  async meet(tx: Tx, taskId: string, kind: 'ACCEPTANCE' | 'SOLUTION', metAt: Date): Promise<void> {
    await tx.manager.query(GO_ON, [taskId, metAt]);
    const met = kind === 'SOLUTION' ? solutions : kind;
    await tx.manager.update(TaskClockTable, { taskId, kind: met, metAt: IsNull() }, { metAt });
    // what was settled in time has missed nothing, though its deadline was noticed before that was heard
    const inTime = { taskId, kind: met, metAt, dueAt: MoreThanOrEqual(metAt) };
    await tx.manager.update(TaskClockTable, inTime, { missed: false });
  }

  /**
   * The solution is taken back: the clock runs as if it had never stopped.
   * @param metAt when it was met by what is taken back, where it may have been met again since
   */
  async resume(tx: Tx, taskId: string, metAt?: Date): Promise<void> {
    const where = { taskId, kind: solutions, ...(metAt && { metAt }) };
    await tx.manager.update(TaskClockTable, where, { metAt: null });
  }

  /** The task force took the task in hand: the second clock runs, unless it has run out of patience and run before. */
  async accept(tx: Tx, task: Task, acceptedAt: Date, solutionDueAt: Date): Promise<void> {
    await this.meet(tx, task.taskId, 'ACCEPTANCE', acceptedAt);
    await this.start(tx, task, 'SOLUTION', solutionDueAt);
  }

  async miss(tx: Tx, task: Task, kind: ClockKind, dueAt: Date): Promise<void> {
    await this.start(tx, task, kind, dueAt);
    await tx.manager.update(TaskClockTable, { taskId: task.taskId, kind }, { missed: true });
  }

  /** The firm's own clock is missed once, also where the task that goes on was told of first: then it is that one's. */
  async missOfFirm(tx: Tx, task: Task, dueAt: Date): Promise<void> {
    const { taskId, issueId, commonIssueId, taskForce } = task;
    await this.#inTurn(tx, task);
    await tx.manager.query(START_ALONE, [taskId, 'FIRM', issueId ?? null, commonIssueId ?? null, taskForce, dueAt]);
    await tx.manager.update(TaskClockTable, { taskId, kind: 'FIRM' }, { missed: true, cancelledAt: null });
    await tx.manager.query(MISS_ALL, [issueId ?? commonIssueId, dueAt]);
  }

  /** A clock that stands still is not due. */
  async suspend(tx: Tx, taskId: string, suspendedAt: Date): Promise<void> {
    const running = { taskId, kind: solutions, missed: false, metAt: IsNull() };
    await tx.manager.update(TaskClockTable, running, { suspendedAt });
  }

  /** Its time goes on, or it has more: approved before it was due, the new deadline is the one that counts. */
  async move(tx: Tx, { taskId, ...dueAt }: Moved): Promise<void> {
    await tx.manager.update(TaskClockTable, { taskId }, { suspendedAt: null });
    for (const [kind, due] of [
      ['SOLUTION', dueAt.solutionDueAt],
      ['FIRM', dueAt.firmDueAt],
    ] as const)
      if (due !== null) await tx.manager.update(TaskClockTable, { taskId, kind, missed: false }, { dueAt: due });
  }

  /** Returned before it was due, nothing was failed by whoever had it; the firm's clock does not wait for the new dispatch. */
  async giveBack(tx: Tx, task: Ended, at: Date): Promise<void> {
    // of a common issue it is not known here when it is settled: only what is told to be missed counts
    if (task.issueId === null) await tx.manager.update(TaskClockTable, { taskId: task.taskId }, { cancelledAt: at });
    else await this.#handOver(tx, task, at);
  }

  /** Transferred: whoever had it owes nothing any more, and the firm's own clock is told of the task that goes on. */
  async handOn(tx: Tx, taskId: string, cancelledAt: Date): Promise<void> {
    await tx.manager.update(TaskClockTable, { taskId }, { cancelledAt });
    await tx.manager.update(TaskClockTable, { taskId, kind: solutions }, { ofFirm: false });
  }

  /** A member of a common issue keeps its firm's clock; what its own task force owed is no question any more. */
  async cancel(tx: Tx, { because, cancelledAt, ...task }: Cancelled): Promise<void> {
    if (because === 'COMMON_ISSUE') await this.#handOver(tx, task, cancelledAt);
    else await tx.manager.update(TaskClockTable, { taskId: task.taskId }, { cancelledAt });
  }

  /** Nobody has the task any more: the firm's clock runs on by itself, until the issue is solved or goes where it needs no solution. */
  async #handOver(tx: Tx, { taskId, issueId, taskForce, firmDueAt }: Ended, at: Date): Promise<void> {
    await this.#inTurn(tx, { issueId });
    await tx.manager.query(GO_ON, [taskId, at]);
    // the hours of work that it stood still are known to whoever tells the deadline
    if (firmDueAt) await this.move(tx, { taskId, solutionDueAt: null, firmDueAt });
    await tx.manager.query(RUN_ON, [taskId, issueId, taskForce, at, firmDueAt ?? null]);
    await tx.manager.query(OF_FIRM, [taskId]);
    await tx.manager.query(HAND_OVER, [taskId, at]);
    await tx.manager.update(TaskClockTable, { taskId, kind: Not('FIRM') }, { cancelledAt: at });
  }
  /** Tasks of the same round are heard of at the same time where one is replayed: only one of them has the firm's clock. */
  async #inTurn(tx: Tx, { issueId, commonIssueId }: Partial<Task>): Promise<void> {
    const about = issueId ? 'issue' : 'common_issue';
    await tx.manager.query(`select from ${about} where id = $1 for no key update`, [issueId ?? commonIssueId]);
  }
}
