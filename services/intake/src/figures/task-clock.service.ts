import { Injectable } from '@nestjs/common';
import type { ClockKind } from '@qifutong/contracts/fields';
import type { Tx } from '@qifutong/persistence/database';
import { IsNull } from 'typeorm';
import { TaskClockTable } from './task-clock.table.ts';

interface Task {
  readonly taskId: string;
  readonly issueId?: string;
  readonly commonIssueId?: string;
  readonly taskForce: string;
}

interface Cancelled {
  readonly taskId: string;
  readonly because: string;
  readonly cancelledAt: Date;
}

const START = `insert into task_clock (task_id, kind, issue_id, common_issue_id, task_force, due_at, town_code, channel)
  select $1, $2, $3::uuid, $4, $5, $6, issue.town_code, issue.channel from (values (1)) as one left join issue on issue.id = $3::uuid
  on conflict do nothing`;

/** Keeps the read model of the task forces' clocks. Told again, or of a clock that it does not know, it changes nothing. */
@Injectable()
export class TaskClockService {
  /** A later deadline of the same clock is not the first. */
  async start(
    tx: Tx,
    { taskId, issueId, commonIssueId, taskForce }: Task,
    kind: ClockKind,
    dueAt: Date,
  ): Promise<void> {
    await tx.manager.query(START, [taskId, kind, issueId ?? null, commonIssueId ?? null, taskForce, dueAt]);
  }

  async meet(tx: Tx, taskId: string, kind: ClockKind, metAt: Date): Promise<void> {
    await tx.manager.update(TaskClockTable, { taskId, kind, metAt: IsNull() }, { metAt });
  }

  /** The solution is taken back: the clock runs as if it had never stopped. */
  async resume(tx: Tx, taskId: string): Promise<void> {
    await tx.manager.update(TaskClockTable, { taskId, kind: 'SOLUTION' }, { metAt: null });
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

  /** A member of a common issue keeps its firm's clock; whether its own task was accepted is no question any more. */
  async cancel(tx: Tx, { taskId, because, cancelledAt }: Cancelled): Promise<void> {
    if (because !== 'COMMON_ISSUE') await tx.manager.update(TaskClockTable, { taskId }, { cancelledAt });
    else {
      await tx.manager.update(TaskClockTable, { taskId, kind: 'ACCEPTANCE' }, { cancelledAt });
      await tx.manager.update(TaskClockTable, { taskId, kind: 'SOLUTION' }, { handedOverAt: cancelledAt });
    }
  }
}
